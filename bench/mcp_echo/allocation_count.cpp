#include "allocation_count.hpp"

#include <cerrno>
#include <cstddef>

// The C library's own functions under the names by which those that take their place reach them.
extern "C" {
void *__libc_malloc(std::size_t size);
void *__libc_calloc(std::size_t count, std::size_t size);
void *__libc_realloc(void *block, std::size_t size);
void *__libc_memalign(std::size_t alignment, std::size_t size);
}

namespace {

std::uint64_t count = 0; // one thread serves

} // namespace

extern "C" {

void *malloc(std::size_t size)
{
    ++count;
    return __libc_malloc(size);
}
void *calloc(std::size_t number, std::size_t size)
{
    ++count;
    return __libc_calloc(number, size);
}
void *realloc(void *block, std::size_t size)
{
    ++count;
    return __libc_realloc(block, size);
}
void *aligned_alloc(std::size_t alignment, std::size_t size)
{
    ++count;
    return __libc_memalign(alignment, size);
}
int posix_memalign(void **block, std::size_t alignment, std::size_t size)
{
    ++count;
    *block = __libc_memalign(alignment, size);
    return *block == nullptr ? ENOMEM : 0;
}

} // extern "C"

namespace mvr::bench {

std::uint64_t allocations() { return count; }

} // namespace mvr::bench
