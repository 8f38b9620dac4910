#pragma once

#include "support/brief_lock.hpp"

#include <memory>
#include <mutex>
#include <utility>

namespace mvr {

/// An immutable value that one thread replaces and others read as a whole.
///
/// Nothing is called while its mutex is held, so it has no place in a lock order. Not
/// `std::atomic<std::shared_ptr>`: libstdc++ 12 lets go of its lock after a load without an order,
/// which is a data race that the thread sanitizer reports.
///
/// Thread: every member function, any thread.
template <class T> class Published {
  public:
    explicit Published(T value) : value_(std::make_shared<const T>(std::move(value))) {}

    void store(T value)
    {
        auto next = std::make_shared<const T>(std::move(value));
        const auto lock = brief_lock(mutex_);
        value_.swap(next); // the old one ends after the lock, which is let go first
    }

    std::shared_ptr<const T> load() const
    {
        const auto lock = brief_lock(mutex_);
        return value_;
    }

  private:
    mutable std::mutex mutex_;
    std::shared_ptr<const T> value_;
};

} // namespace mvr
