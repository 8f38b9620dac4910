#pragma once

#include "support/clock.hpp"

#include <string>

namespace mvr {

/// A fresh UUID of version 7 (RFC 9562 §5.7): 48 bits of `now`, 74 random bits; sorts by time.
/// Thread: any.
std::string new_uuid(TimeMs now);

} // namespace mvr
