#include "host/scene_desk.hpp"

#include "support/log.hpp"

#include <cstdio>
#include <utility>
#include <vector>

namespace mvr::host {

using std::chrono::steady_clock;

SceneDesk::SceneDesk(Duration patience, Duration grace) : patience_(patience), grace_(grace) {}

void SceneDesk::submit(std::string command, Json arguments, bool local, Done done)
{
    const std::uint64_t id = next_id_++;
    pending_.emplace(id, Pending{steady_clock::now(), command, local, std::move(done)});
    auto &box = local ? local_ : remote_;
    box.put(SceneRequest{id, std::move(command), std::move(arguments), local});
}

void SceneDesk::answered(std::uint64_t id, Result<Json> reply)
{
    auto node = pending_.extract(id);
    if (node.empty()) {
        log_warning("an answer from Blender came after its caller was told that it was late");
        return;
    }
    node.mapped().done(std::move(reply));
}

void SceneDesk::expire()
{
    const Instant now = steady_clock::now();
    std::vector<std::pair<Done, Error>> refused;
    for (auto it = pending_.begin(); it != pending_.end();) {
        const auto waited = now - it->second.since;
        const std::uint64_t id = it->first;
        const auto is_it = [id](const MainItem &item) {
            const auto *request = std::get_if<SceneRequest>(&item);
            return request != nullptr && request->id == id;
        };
        auto &box = it->second.local ? local_ : remote_;
        const bool withdrawn = waited >= patience_ && box.take_if(is_it).has_value();
        if (withdrawn || waited >= patience_ + grace_) {
            refused.emplace_back(std::move(it->second.done),
                                 busy_error(it->second, now, !withdrawn));
            it = pending_.erase(it);
        } else {
            ++it;
        }
    }
    for (auto &[done, error] : refused)
        done(std::move(error));
}

void SceneDesk::refuse_all(const Error &error)
{
    auto pending = std::exchange(pending_, {});
    for (auto &[id, entry] : pending)
        entry.done(error);
    while (remote_.take(Duration::zero())) {
    }
}

std::optional<MainItem> SceneDesk::take(Duration patience, bool local_only)
{
    return (local_only ? local_ : remote_).take(patience);
}

void SceneDesk::deliver(LocalReply reply) { local_.put(std::move(reply)); }

void SceneDesk::set_activity(std::string what) { activity_.store(std::move(what)); }

Error SceneDesk::busy_error(const Pending &pending, Instant now, bool taken) const
{
    const std::chrono::duration<double> waited = now - pending.since;
    char seconds[32];
    std::snprintf(seconds, sizeof seconds, "%.1f s", waited.count());
    const auto activity = activity_.load();
    const std::string what = activity->empty() ? "an operator, a dialog or a script" : *activity;
    if (taken) {
        return {Errc::busy,
                "Blender has been working on '" + pending.command + "' for " + seconds +
                    " and is not done",
                "",
                "It may still finish: read the lesson to see what happened before trying again."};
    }
    return {Errc::busy,
            "Blender's main thread has been busy for " + std::string(seconds) + " with " + what +
                "; the call was withdrawn and nothing was changed",
            "", "Try again when Blender responds."};
}

} // namespace mvr::host
