#pragma once

#include "store/event.hpp"
#include "store/record_writer.hpp"
#include "store/recorded.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <ranges>
#include <string>
#include <vector>

namespace mvr::store {

/// Events of one caller, taken together: all or none of them get to the disk.
struct Outgoing {
    std::vector<Event> events;
    std::vector<std::string> plain; ///< what is sealed of each event
    std::vector<Id> merged;         ///< ids that came from a spill file or another vault
    bool from_spill = false;        ///< its spill file can go when it is on disk
    Effect effect = Effect::at_once;
    bool holds_decisions = false; ///< further decisions that need the disk wait for this one
    std::function<void(Result<Recorded>)> done; ///< empty once its caller knows

    std::vector<std::string> ids() const; ///< of the events
};

/// What is not on disk yet, in order: first what the writer has, batch by batch, then what waits.
///
/// Thread: engine, all members.
class Outbox {
  public:
    void put(Outgoing entry);
    /// In front of everything. Only when nothing is with the writer.
    void put_first(Outgoing entry);
    /// What the writer has waits again, and its answers are void: it cannot write it any more.
    void take_back() { failed(0); }
    bool empty() const { return entries_.empty(); }
    std::size_t events() const;

    /// How many entries ever came in, and how many of those left again.
    std::uint64_t taken() const { return taken_; }
    std::uint64_t done_with() const { return taken_ - entries_.size(); }

    auto all() { return std::views::all(entries_); }
    auto unsent() { return std::views::drop(entries_, static_cast<std::ptrdiff_t>(with_)); }
    auto unsent() const { return std::views::drop(entries_, static_cast<std::ptrdiff_t>(with_)); }
    bool has_unsent() const { return with_ < entries_.size(); }

    /// Batches that the writer has not answered.
    std::size_t unanswered() const { return sent_.size() + void_; }
    /// No batch may follow one that failed until the writer has answered everything behind it.
    bool is_held_up() const { return void_ > 0; }

    /// All that was unsent is with the writer now, as one batch that ends the chain at `tail`.
    void sent(const RecordHead &tail);

    /// True when an answer for `batches` is about such as were behind a failed one; it is spent.
    bool is_void(std::size_t batches);

    struct Written {
        std::vector<Outgoing> entries;
        RecordHead tail;
    };
    /// The oldest `batches` are on disk; their entries leave.
    Written written(std::size_t batches);

    /// The oldest `batches` failed, and with them what was chained to them: all waits again.
    void failed(std::size_t batches);

    /// Removes and returns those whose effect needed the disk. Only after `failed`.
    std::vector<Outgoing> take_on_disk_effects();

    /// Removes from the end what of our own is beyond `limit` events; how many went. What came
    /// from elsewhere is still there as well, so it neither counts nor goes. Only when nothing is
    /// with the writer.
    std::size_t drop_beyond(std::size_t limit);

  private:
    struct Sent {
        std::size_t entries = 0;
        RecordHead tail;
    };

    std::deque<Outgoing> entries_;
    std::deque<Sent> sent_;
    std::size_t with_ = 0; ///< entries that the writer has, from the front
    std::size_t void_ = 0; ///< batches whose answers no longer matter
    std::uint64_t taken_ = 0;
};

} // namespace mvr::store
