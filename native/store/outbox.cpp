#include "store/outbox.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace mvr::store {

std::vector<std::string> Outgoing::ids() const
{
    std::vector<std::string> ids;
    ids.reserve(events.size());
    for (const Event &event : events)
        ids.push_back(event.id);
    return ids;
}

void Outbox::put(Outgoing entry)
{
    entries_.push_back(std::move(entry));
    ++taken_;
}

void Outbox::put_first(Outgoing entry)
{
    entries_.push_front(std::move(entry));
    ++taken_;
}

std::size_t Outbox::events() const
{
    std::size_t events = 0;
    for (const Outgoing &entry : entries_)
        events += entry.events.size();
    return events;
}

void Outbox::sent(const RecordHead &tail)
{
    sent_.push_back({entries_.size() - with_, tail});
    with_ = entries_.size();
}

bool Outbox::is_void(std::size_t batches)
{
    if (void_ == 0) return false;
    void_ -= std::min(void_, batches);
    return true;
}

Outbox::Written Outbox::written(std::size_t batches)
{
    Written written;
    for (; batches > 0; --batches) {
        const Sent &batch = sent_.front();
        const auto end = entries_.begin() + static_cast<std::ptrdiff_t>(batch.entries);
        std::move(entries_.begin(), end, std::back_inserter(written.entries));
        entries_.erase(entries_.begin(), end);
        with_ -= batch.entries;
        written.tail = batch.tail;
        sent_.pop_front();
    }
    return written;
}

void Outbox::failed(std::size_t batches)
{
    void_ += sent_.size() - std::min(batches, sent_.size());
    sent_.clear();
    with_ = 0;
}

std::vector<Outgoing> Outbox::take_on_disk_effects()
{
    std::vector<Outgoing> taken;
    std::deque<Outgoing> kept;
    for (Outgoing &entry : entries_) {
        if (entry.effect == Effect::on_disk) {
            taken.push_back(std::move(entry));
        } else {
            kept.push_back(std::move(entry));
        }
    }
    entries_ = std::move(kept);
    return taken;
}

std::size_t Outbox::drop_beyond(std::size_t limit)
{
    std::size_t own = 0;
    const auto goes = [&](const Outgoing &entry) {
        if (!entry.merged.empty()) return false;
        own += entry.events.size();
        return own > limit;
    };
    const std::size_t before = events();
    std::erase_if(entries_, goes);
    return before - events();
}

} // namespace mvr::store
