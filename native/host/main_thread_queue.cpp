#include "host/main_thread_queue.hpp"

#include "support/log.hpp"

#include <cctype>
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

bool is_authoring(const mcp::Call &call) { return call.scope == access::Scope::lessons_write; }

} // namespace

Error cancelled_error()
{
    return {Errc::conflict, "the call was cancelled; nothing was changed", "", "Call again."};
}

void MainThreadQueue::submit(Work work, OnResult on_result)
{
    if (rejects_with_) return on_result(*rejects_with_);
    const std::uint64_t id = next_id_;
    add(work.call, std::move(on_result), {});
    requests_.put({id, std::move(work.command), std::move(work.call)});
}

void MainThreadQueue::run_when_allowed(mcp::CallPtr call, std::function<void()> work,
                                       OnResult on_reject)
{
    if (rejects_with_ && !call->is_from_window) return on_reject(*rejects_with_);
    if (!is_authoring(*call) || running_unit_.load()->empty()) return work();
    add(std::move(call), std::move(on_reject), std::move(work));
    may_wait_for_unit_ = true;
}

void MainThreadQueue::add(mcp::CallPtr call, OnResult on_result, std::function<void()> work)
{
    const Instant now = steady_clock::now();
    pending_.emplace(next_id_++,
                     Pending{now, now, std::move(call), std::move(on_result), std::move(work)});
}

void MainThreadQueue::answered(std::uint64_t id, Result<DescribedValue> reply)
{
    auto node = pending_.extract(id);
    if (node.empty()) return log_warning("Blender answered a request that was given up");
    node.mapped().on_result(std::move(reply));
}

/// Whether it was still waiting; then nobody will do it.
bool MainThreadQueue::withdraw(Position at)
{
    if (at->second.work) return true;
    return requests_.take_if([id = at->first](const SceneRequest &one) { return one.id == id; })
        .has_value();
}

/// Runs what waited for the unit, in the order in which it came.
void MainThreadQueue::run_allowed()
{
    if (!may_wait_for_unit_ || !running_unit_.load()->empty()) return;
    may_wait_for_unit_ = false; // what is cancelled stays, and expires
    std::vector<std::function<void()>> allowed;
    for (auto it = pending_.begin(); it != pending_.end();) {
        Pending &pending = it->second;
        const bool is_allowed = pending.work && !pending.call->stop.stop_requested();
        if (is_allowed) allowed.push_back(std::move(pending.work));
        it = is_allowed ? pending_.erase(it) : std::next(it);
    }
    for (const auto &work : allowed)
        work();
}

void MainThreadQueue::tick(Instant now)
{
    if (now - expired_at_ < expire_interval) return run_allowed();
    expired_at_ = now;
    expire(now);
}

void MainThreadQueue::expire(Instant now)
{
    run_allowed();
    std::vector<std::pair<OnResult, Error>> rejected;
    for (auto it = pending_.begin(); it != pending_.end();) {
        Pending &pending = it->second;
        const bool is_cancelled = pending.call->stop.stop_requested();
        const bool is_late = now >= pending.call->deadline;
        if ((is_cancelled || is_late) && withdraw(it)) {
            rejected.emplace_back(std::move(pending.on_result),
                                  is_cancelled ? cancelled_error() : busy_error(pending, now));
            it = pending_.erase(it);
            continue;
        }
        report(it, now);
        ++it;
    }
    for (auto &[on_result, error] : rejected)
        on_result(std::move(error));
}

/// Whether the main thread has taken it.
bool MainThreadQueue::has_begun(Position at) const
{
    const auto is_it = [id = at->first](const SceneRequest &one) { return one.id == id; };
    return !at->second.work && !requests_.any_of(is_it);
}

void MainThreadQueue::report(Position at, Instant now)
{
    Pending &pending = at->second;
    if (!pending.call->report_progress || pending.call->stop.stop_requested()) return;
    if (now - pending.reported < progress_interval) return;
    pending.reported = now;
    const std::chrono::duration<double> waited = now - pending.since;
    std::string text = has_begun(at) ? at_work_on(at->first) : reason(pending);
    text.front() = static_cast<char>(std::toupper(text.front())); // it begins a sentence now
    pending.call->report_progress({waited.count(), std::nullopt,
                                   text + " (" + seconds_text(now - pending.since) + " so far)."});
}

void MainThreadQueue::reject_requests(const Error &error)
{
    rejects_with_ = error;
    std::vector<OnResult> rejected;
    for (auto it = pending_.begin(); it != pending_.end();) {
        const bool is_waiting = withdraw(it);
        if (is_waiting) rejected.push_back(std::move(it->second.on_result));
        it = is_waiting ? pending_.erase(it) : std::next(it);
    }
    for (auto &on_result : rejected)
        on_result(error);
}

void MainThreadQueue::accept_requests() { rejects_with_.reset(); }

void MainThreadQueue::reject_all(const Error &error)
{
    auto pending = std::exchange(pending_, {});
    for (auto &[id, entry] : pending)
        entry.on_result(error);
    while (requests_.take(Duration::zero())) {
    }
}

std::optional<SceneRequest> MainThreadQueue::take(Duration patience)
{
    const bool may_author = running_unit_.load()->empty();
    auto request = requests_.take_if(
        [may_author](const SceneRequest &one) {
            return !one.call->stop.stop_requested() && (may_author || !is_authoring(*one.call));
        },
        patience);
    if (request) taken_last_ = request->id;
    return request;
}

void MainThreadQueue::set_activity(std::string what) { activity_.store(std::move(what)); }

void MainThreadQueue::set_running_unit(std::string title) { running_unit_.store(std::move(title)); }

std::string MainThreadQueue::at_work_on(std::uint64_t id) const
{
    const auto activity = activity_.load();
    const bool is_of_it =
        id == taken_last_ && !activity->empty(); // what was taken before it is done
    return "blender is at work on it" + (is_of_it ? "; it is " + *activity : "");
}

/// Why the request waits, as the beginning of a sentence.
std::string MainThreadQueue::reason(const Pending &pending) const
{
    const auto unit = running_unit_.load();
    if (!unit->empty() && is_authoring(*pending.call))
        return "the learner is at work in \"" + *unit + "\", and authoring waits until that ends";
    const auto activity = activity_.load();
    return "the main thread of Blender is busy with " +
           (activity->empty() ? "an operator, a dialog or a script" : *activity);
}

Error MainThreadQueue::busy_error(const Pending &pending, Instant now) const
{
    const bool waits_for_unit = !running_unit_.load()->empty() && is_authoring(*pending.call);
    return {Errc::busy,
            reason(pending) + "; after " + seconds_text(now - pending.since) +
                " the call was withdrawn and nothing was changed",
            "",
            waits_for_unit ? "Try again when the learner has left the unit, or ask them to."
                           : "Try again when Blender responds."};
}

} // namespace mvr::host
