#include "store/ledger.hpp"

#include "store/stamp.hpp"

#include "support/log.hpp"
#include "vault/pseudonym.hpp"

#include <algorithm>

namespace mvr::store {
namespace {

constexpr TimeMs between_tries_ms = 5'000;

std::string in_words(const Error &error)
{
    return error.remedy.empty() ? error.message + "." : error.message + ". " + error.remedy;
}

/// What a learner need not be stopped by.
bool can_go_on_without_log(Errc code)
{
    return code == Errc::locked || code == Errc::storage_unavailable;
}

} // namespace

Ledger::Ledger(Clock clock)
    : clock_(std::move(clock)), stand_in_key_(std::make_unique<vault::Key>(vault::random_key()))
{
}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger &&) noexcept = default;
Ledger &Ledger::operator=(Ledger &&) noexcept = default;

Result<Ledger> Ledger::open(const std::string &folder, const Clock &clock)
{
    Ledger ledger(clock);
    ledger.folder_ = folder;
    auto opened = EventLog::open(folder, clock);
    if (!opened) {
        if (!can_go_on_without_log(opened.error().code)) return opened.error();
        ledger.problem_ = in_words(opened.error());
        ledger.next_try_ms_ = clock() + between_tries_ms;
        return ledger;
    }
    if (auto attached = ledger.attach(*std::move(opened)); !attached) return attached.error();
    return ledger;
}

Ledger Ledger::without_log(Clock clock, std::string reason)
{
    Ledger ledger(std::move(clock));
    ledger.problem_ = std::move(reason);
    return ledger;
}

Recorded Ledger::record(NewEvent event) { return record(std::span<const NewEvent>(&event, 1)); }

Recorded Ledger::record(std::span<const NewEvent> events)
{
    Recorded recorded;
    recorded.events = stamped(events);
    const std::size_t waiting = pending_.size();
    pending_.insert(pending_.end(), recorded.events.begin(), recorded.events.end());
    try {
        recorded.durable = flush().has_value();
    } catch (
        ...) { // a bug's Failure passes through, but its cause must not wait here to throw again
        pending_.resize(std::min(waiting, pending_.size()));
        throw;
    }
    if (!recorded.durable) drop_beyond_limit(recorded.events);
    recorded.problem = problem_;
    for (const Event &event : recorded.events)
        projection_.apply(event);
    return recorded;
}

std::vector<Event> Ledger::stamped(std::span<const NewEvent> events) const
{
    const std::int64_t last = log_ ? log_->last_sequence() : 0;
    const std::int64_t first = last + static_cast<std::int64_t>(pending_.size()) + 1;
    if (log_) return log_->stamp(events, first);
    const auto name = [this](const std::string &learner) {
        return vault::pseudonym(*stand_in_key_, "learner:", learner);
    };
    return store::stamped(events, first, clock_(), name);
}

Result<void> Ledger::flush()
{
    if (!log_) return Error{Errc::storage_unavailable, problem_, "", ""};
    auto written = log_->append_stamped(pending_);
    if (written) {
        pending_.clear();
        problem_.clear();
    } else {
        problem_ = in_words(written.error());
    }
    return written;
}

void Ledger::drop_beyond_limit(std::vector<Event> &recorded)
{
    if (pending_.size() <= pending_limit) return;
    const std::size_t excess = pending_.size() - pending_limit;
    pending_.resize(pending_limit);
    lost_ += static_cast<std::int64_t>(excess);
    const std::size_t first = recorded.size() - std::min(excess, recorded.size());
    for (std::size_t i = first; i < recorded.size(); ++i)
        recorded[i].sequence = 0;
}

Result<void> Ledger::attach(EventLog::Opened opened)
{
    Projection rebuilt;
    auto read = opened.log->for_each([&](const Event &event) { rebuilt.apply(event); });
    if (!read) return read;
    std::int64_t sequence = opened.log->last_sequence();
    for (Event &event : pending_) {
        event.sequence = ++sequence;
        if (!event.learner.empty()) event.pseudonym = opened.log->pseudonym(event.learner);
        rebuilt.apply(event);
    }
    projection_ = std::move(rebuilt);
    opened_ = std::move(opened.report);
    log_ = std::move(opened.log);
    problem_.clear();
    return {};
}

void Ledger::maintain()
{
    if (!log_) try_to_attach();
    if (!log_) return;
    if (!pending_.empty() && !flush()) return;
    if (auto tidied = log_->maintain(); !tidied) log_warning(tidied.error().message);
}

void Ledger::try_to_attach()
{
    const TimeMs now = clock_();
    if (folder_.empty() || now < next_try_ms_) return;
    next_try_ms_ = now + between_tries_ms;
    auto opened = EventLog::open(folder_, clock_);
    if (!opened) {
        problem_ = in_words(opened.error());
        return;
    }
    if (auto attached = attach(*std::move(opened)); !attached)
        problem_ = in_words(attached.error());
}

LedgerStatus Ledger::status() const
{
    LedgerStatus status;
    status.path = opened_.path;
    status.events = log_ ? log_->last_sequence() : 0;
    status.pending = static_cast<std::int64_t>(pending_.size());
    status.lost = lost_;
    status.problem = problem_;
    status.opened = opened_;
    return status;
}

} // namespace mvr::store
