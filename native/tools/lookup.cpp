#include "tools/lookup.hpp"

#include "learning/unit_model.hpp"

namespace mvr::tools {

Result<void> check_reach(const ReadContext &context, const mcp::Call &call,
                         const std::string &learner)
{
    const auto reach = call.principal->reach;
    const bool is_at_window =
        reach == access::RecordsReach::at_window && context.learner_at_window == learner;
    if (reach == access::RecordsReach::all || is_at_window || call.principal->id == learner)
        return {};
    return Error{Errc::access_denied, "this is another learner's record", "learner_id",
                 "Ask for the learner that your token was made for."};
}

Result<void> check_reach_at_window(const ReadContext &context, const mcp::Call &call)
{
    if (context.learner_at_window.empty()) return {};
    auto reached = check_reach(context, call, context.learner_at_window);
    if (reached) return {};
    return Error{Errc::access_denied, "the unit that runs in Blender is another learner's", "",
                 "Start one with start_session for the learner that your token was made for."};
}

Result<const store::LearnerState *>
owner_of_session(const ReadContext &context, const mcp::Call &call, const std::string &session)
{
    const auto *learner = context.state().find_by_session(session);
    if (learner == nullptr) {
        return Error{Errc::not_found, "there is no session '" + session + "'", "session_id",
                     "Start one with start_session and use the session_id that it returns."};
    }
    if (auto reached = check_reach(context, call, learner->learner_id); !reached) {
        Error error = reached.error();
        error.field = "session_id";
        return error;
    }
    return learner;
}

Result<const store::LearnerState *> known_learner(const ReadContext &context, const mcp::Call &call,
                                                  const std::string &learner)
{
    if (auto reached = check_reach(context, call, learner); !reached) return reached.error();
    if (const auto *state = context.state().find(learner)) return state;
    return Error{Errc::not_found, "there is no learner '" + learner + "'", "learner_id",
                 "Create the profile with process_learner_model, or see list_learners."};
}

Result<const Lesson *> open_lesson(const ReadContext &context)
{
    if (context.lesson) return context.lesson.get();
    return Error{Errc::busy, "Blender has not read the open file yet", "",
                 "Try again in a moment."};
}

std::vector<std::string> passed_units(const store::LearnerState *learner)
{
    std::vector<std::string> passed;
    if (learner == nullptr) return passed;
    for (const auto &[unit, results] : learner->results) {
        if (learning::unit_done(results.own_passed, results.checkpoints)) passed.push_back(unit);
    }
    return passed;
}

} // namespace mvr::tools
