#pragma once

#include <mutex>

namespace mvr {

/// Locks a mutex that is only ever held for moments, without giving the thread up for as long as
/// such a moment takes: whoever holds it is nearly always running on another core.
inline std::unique_lock<std::mutex> brief_lock(std::mutex &mutex)
{
    constexpr int most_tries = 400; // some ten microseconds
    std::unique_lock lock(mutex, std::defer_lock);
    for (int tries = 0; tries < most_tries; ++tries) {
        if (lock.try_lock()) return lock;
    }
    lock.lock();
    return lock;
}

} // namespace mvr
