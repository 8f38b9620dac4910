#include "store/folds.hpp"

#include "store/event_descriptions.hpp"

#include <algorithm>
#include <utility>

namespace mvr {

template <> struct Description<store::Session> {
    using T = store::Session;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, "What was learned."},
        Member{"scene", &T::scene, "The unit's scene."},
        Member{"resumed_from", &T::resumed_from, "The session that it went on from."},
        Member{"started_ms", &T::started_ms, "Milliseconds since 1970."},
        Member{"ended_ms", &T::ended_ms, "Likewise; absent while it runs."},
        Member{"interrupted", &T::interrupted, "Ended without the learner's doing."},
        Member{"reason", &T::reason, "Why it ended."},
        Member{"steps", &T::steps, "Number of its last step."},
    };
};

} // namespace mvr

namespace mvr::store {
namespace {

void end(Session &session, TimeMs now, bool interrupted, std::string reason)
{
    session.ended_ms = now;
    session.interrupted = interrupted;
    session.reason = std::move(reason);
}

void apply(LearnerState &learner, const Event &event)
{
    if (const auto *started = std::get_if<SessionStarted>(&event.payload)) {
        // One learner does one thing at a time: what is still open was cut off.
        for (auto &[id, session] : learner.sessions) {
            if (!session.ended_ms && id != started->session_id)
                end(session, event.time_ms, true, "interrupted");
        }
        learner.sessions[started->session_id] = {started->unit_id,
                                                 started->scene,
                                                 started->resumed_from,
                                                 event.time_ms,
                                                 std::nullopt,
                                                 false,
                                                 "",
                                                 0};
    } else if (const auto *ended = std::get_if<SessionEnded>(&event.payload)) {
        const auto found = learner.sessions.find(ended->session_id);
        if (found == learner.sessions.end()) return;
        end(found->second, event.time_ms, ended->reason == "interrupted", ended->reason);
    } else if (const auto *step = std::get_if<AssessmentEvaluated>(&event.payload)) {
        const auto found = learner.sessions.find(step->session_id);
        if (found == learner.sessions.end()) return;
        found->second.steps = std::max(found->second.steps, step->number);
    }
}

Json save(const LearnerState &learner) { return to_json_value(learner.sessions); }

bool load(LearnerState &learner, const Json &json)
{
    return read_json_value(json, learner.sessions);
}

} // namespace

const Fold sessions_fold{"sessions", 2, apply, save, load};

} // namespace mvr::store
