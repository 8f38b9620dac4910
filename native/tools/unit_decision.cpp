#include "tools/unit_decision.hpp"

#include "tools/lesson_outline.hpp"

namespace mvr::tools {

Result<UnitDecision> decide_for_unit(const Context &context, const std::string &learner,
                                     const std::string &session, const Lesson &lesson)
{
    const store::LearnerState &now = *context.state().find(learner);
    DecisionRequest request{session, now.sessions.at(session).unit_id, {}};
    describe_surroundings(request.context, outline_of(lesson, context.state()), now,
                          request.unit_id);
    auto made = decide_by_gap(now, request);
    if (!made) return made.error();
    UnitDecision decision{unit_decision_reply(*made), {}};
    if (made->is_new) decision.event_ids = context.keep(store::new_event(learner, made->event));
    return decision;
}

} // namespace mvr::tools
