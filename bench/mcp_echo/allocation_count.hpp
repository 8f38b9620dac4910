#pragma once

#include <cstdint>

namespace mvr::bench {

/// Blocks that this program has asked the C library for so far: by operator new and by whatever
/// else ends in malloc, calloc, realloc or aligned_alloc. Thread: that of the server.
std::uint64_t allocations();

} // namespace mvr::bench
