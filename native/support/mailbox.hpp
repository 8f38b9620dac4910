#pragma once

#include "support/brief_lock.hpp"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace mvr {

/// How values cross to a thread that waits for them: many senders, one or more receivers, first in
/// first out. While its mutex is held nothing is called but the predicate that was given, which
/// takes no lock, so it has no place in a lock order (docs/decisions/004-threads.md names all
/// mutexes).
///
/// Thread: every member function, any thread.
template <class T> class Mailbox {
  public:
    /// False once closed: the value was not taken in.
    bool put(T value)
    {
        {
            const auto lock = brief_lock(mutex_);
            if (closed_) return false;
            queue_.push_back(std::move(value));
        }
        ready_.notify_one();
        return true;
    }

    /// The oldest value; waits up to `patience` for one. Empty when none came or the box is closed
    /// and drained.
    template <class Rep, class Period>
    std::optional<T> take(std::chrono::duration<Rep, Period> patience)
    {
        auto lock = brief_lock(mutex_);
        const auto is_ready = [this] { return closed_ || !queue_.empty(); };
        // Even a wait for no time puts the thread to sleep for a moment.
        if (patience > patience.zero()) ready_.wait_for(lock, patience, is_ready);
        return pop();
    }

    /// As above, but waits until a value comes or the box is closed.
    std::optional<T> take()
    {
        auto lock = brief_lock(mutex_);
        ready_.wait(lock, [this] { return closed_ || !queue_.empty(); });
        return pop();
    }

    /// Removes and returns the first value for which `wanted(value)` holds, without waiting.
    template <class Predicate> std::optional<T> take_if(Predicate wanted)
    {
        const auto lock = brief_lock(mutex_);
        return pop(std::ranges::find_if(std::as_const(queue_), wanted));
    }

    /// The same; waits up to `patience` for such a value.
    template <class Predicate, class Rep, class Period>
    std::optional<T> take_if(Predicate wanted, std::chrono::duration<Rep, Period> patience)
    {
        auto lock = brief_lock(mutex_);
        const auto find = [&] { return std::ranges::find_if(std::as_const(queue_), wanted); };
        const auto is_ready = [&] { return closed_ || find() != queue_.cend(); };
        if (patience > patience.zero()) ready_.wait_for(lock, patience, is_ready);
        return pop(find());
    }

    /// No more values; waiting receivers wake up. What is queued can still be taken.
    void close()
    {
        {
            const auto lock = brief_lock(mutex_);
            closed_ = true;
        }
        ready_.notify_all();
    }

    bool closed() const
    {
        const auto lock = brief_lock(mutex_);
        return closed_;
    }

    template <class Predicate> bool any_of(Predicate is_it) const
    {
        const auto lock = brief_lock(mutex_);
        return std::ranges::any_of(queue_, is_it);
    }

    std::size_t size() const
    {
        const auto lock = brief_lock(mutex_);
        return queue_.size();
    }

  private:
    std::optional<T> pop(const typename std::deque<T>::const_iterator &at)
    {
        if (at == queue_.cend()) return std::nullopt;
        std::optional<T> found(std::move(queue_[static_cast<std::size_t>(at - queue_.cbegin())]));
        queue_.erase(at);
        return found;
    }

    std::optional<T> pop()
    {
        if (queue_.empty()) return std::nullopt;
        std::optional<T> first(std::move(queue_.front()));
        queue_.pop_front();
        return first;
    }

    mutable std::mutex mutex_;
    std::condition_variable ready_;
    std::deque<T> queue_;
    bool closed_ = false;
};

} // namespace mvr
