#include "host/main_thread_queue.hpp"

#include "support/log.hpp"

#include <cstdio>
#include <utility>
#include <vector>

namespace mvr::host {
namespace {

using std::chrono::steady_clock;

/// How often a client that asked for progress hears of a call that takes long.
constexpr std::chrono::seconds progress_interval{1};

std::string seconds_text(steady_clock::duration duration)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.1f s", std::chrono::duration<double>(duration).count());
    return text;
}

Error cancelled()
{
    return {Errc::conflict, "the call was cancelled; nothing was changed", "", "Call again."};
}

} // namespace

Mailbox<MainItem> &MainThreadQueue::box_of(const Pending &pending)
{
    return pending.call->is_from_window ? local_ : remote_;
}

void MainThreadQueue::submit(Work work, OnResult on_result)
{
    if (clients_are_rejected_ && !work.call->is_from_window)
        return on_result(*clients_are_rejected_);
    const std::uint64_t id = next_id_++;
    const Instant now = steady_clock::now();
    const auto &pending =
        pending_.emplace(id, Pending{now, now, work.command, work.call, std::move(on_result)})
            .first->second;
    box_of(pending).put(
        SceneRequest{id, std::move(work.command), std::move(work.arguments), std::move(work.call)});
}

void MainThreadQueue::answered(std::uint64_t id, Result<std::string> reply)
{
    auto node = pending_.extract(id);
    if (node.empty()) return log_warning("Blender answered a request that was given up");
    node.mapped().on_result(std::move(reply));
}

/// Whether it was still waiting; then nobody will do it.
bool MainThreadQueue::withdraw(std::uint64_t id, const Pending &pending)
{
    return box_of(pending)
        .take_if([id](const MainItem &item) {
            const auto *request = std::get_if<SceneRequest>(&item);
            return request != nullptr && request->id == id;
        })
        .has_value();
}

void MainThreadQueue::expire()
{
    const Instant now = steady_clock::now();
    std::vector<std::pair<OnResult, Error>> rejected;
    for (auto it = pending_.begin(); it != pending_.end();) {
        Pending &pending = it->second;
        const bool is_cancelled = pending.call->stop.stop_requested();
        const bool is_late = now >= pending.call->deadline;
        if ((is_cancelled || is_late) && withdraw(it->first, pending)) {
            rejected.emplace_back(std::move(pending.on_result),
                                  is_cancelled ? cancelled() : busy_error(pending, now));
            it = pending_.erase(it);
            continue;
        }
        report(pending, now);
        ++it;
    }
    for (auto &[on_result, error] : rejected)
        on_result(std::move(error));
}

void MainThreadQueue::report(Pending &pending, Instant now) const
{
    if (!pending.call->report_progress || now - pending.told < progress_interval) return;
    pending.told = now;
    const auto activity = activity_.load();
    const std::string with = activity->empty() ? "" : " with " + *activity;
    const std::chrono::duration<double> waited = now - pending.since;
    pending.call->report_progress(
        {waited.count(), std::nullopt,
         "Blender has been busy" + with + " for " + seconds_text(now - pending.since) + "."});
}

void MainThreadQueue::reject_clients(const Error &error)
{
    clients_are_rejected_ = error;
    std::vector<OnResult> rejected;
    for (auto it = pending_.begin(); it != pending_.end();) {
        const bool is_waiting = !it->second.call->is_from_window && withdraw(it->first, it->second);
        if (is_waiting) rejected.push_back(std::move(it->second.on_result));
        it = is_waiting ? pending_.erase(it) : std::next(it);
    }
    for (auto &on_result : rejected)
        on_result(error);
}

void MainThreadQueue::accept_clients() { clients_are_rejected_.reset(); }

void MainThreadQueue::reject_all(const Error &error)
{
    auto pending = std::exchange(pending_, {});
    for (auto &[id, entry] : pending)
        entry.on_result(error);
    while (remote_.take(Duration::zero())) {
    }
}

std::optional<MainItem> MainThreadQueue::take(Duration patience, bool local_only)
{
    return (local_only ? local_ : remote_).take(patience);
}

void MainThreadQueue::deliver(LocalReply reply) { local_.put(std::move(reply)); }

void MainThreadQueue::set_activity(std::string what) { activity_.store(std::move(what)); }

Error MainThreadQueue::busy_error(const Pending &pending, Instant now) const
{
    const auto activity = activity_.load();
    const std::string what = activity->empty() ? "an operator, a dialog or a script" : *activity;
    return {Errc::busy,
            "Blender's main thread has been busy for " + seconds_text(now - pending.since) +
                " with " + what + "; the call was withdrawn and nothing was changed",
            "", "Try again when Blender responds."};
}

} // namespace mvr::host
