#include "tools/unit_decision.hpp"

#include "support/log.hpp"
#include "tools/lesson_outline.hpp"
#include "tools/lookup.hpp"

namespace mvr::tools {
namespace {

Result<UnitDecision> decide(const Context &context, const std::string &learner,
                            const std::string &session)
{
    auto lesson = open_lesson(context);
    if (!lesson) return lesson.error();
    const store::LearnerState &now = *context.state().find(learner);
    DecisionRequest request{session, now.sessions.at(session).unit_id, {}};
    describe_surroundings(request.context, outline_of(**lesson, context.state()), now,
                          request.unit_id);
    auto made = decide_by_gap(now, request);
    if (!made) return made.error();
    UnitDecision decision{unit_decision_reply(*made), {}};
    if (made->is_new) decision.event_ids = context.keep(store::new_event(learner, made->event));
    return decision;
}

} // namespace

std::optional<UnitDecision> decide_for_unit(const Context &context, const std::string &learner,
                                            const std::string &session)
{
    auto decision = decide(context, learner, session);
    if (decision) return std::move(*decision);
    log_warning("What ended is kept, and nothing was decided: " + decision.error().message);
    return std::nullopt;
}

} // namespace mvr::tools
