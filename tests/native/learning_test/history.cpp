#include "history.hpp"

using namespace mvr::learning;

History::History(std::uint64_t seed, Kind drawn) : draw(seed), kind(drawn)
{
    const int checkpoints = 1 + draw.below(4);
    const bool one_skill = draw.chance(.6);
    for (int i = 0; i < checkpoints; ++i) {
        const std::string id = "part " + std::to_string(i + 1);
        const std::optional<int> difficulty =
            draw.chance(.5) ? std::optional(1 + draw.below(10)) : std::nullopt;
        context.checkpoints.push_back({id, one_skill ? the_unit : "skill " + id, difficulty});
    }
    if (draw.chance(.5)) context.open_prerequisites.push_back({"bench", "The Bench"});
    if (draw.chance(.7)) context.next_unit = UnitName{"plates", "Plates"};
    context.lesson_finished = !context.next_unit;
    if (draw.chance(.3)) set_profile(learner, draw_profile());
    if (draw.chance(.3)) report_engagement(learner, draw.share());
    start_phase(learner, the_unit, static_cast<LearningPhase>(draw.below(5)));
}

Tries History::draw_step()
{
    Tries tries;
    const int count = 1 + draw.below(kind.most_tries);
    for (int i = 0; i < count; ++i) {
        const auto &checkpoint = context.checkpoints.at(
            static_cast<std::size_t>(draw.below(static_cast<int>(context.checkpoints.size()))));
        EndedTry one{checkpoint.checkpoint_id,
                     checkpoint.skill,
                     checkpoint.difficulty,
                     draw.chance(kind.p_pass) ? TryOutcome::passed : TryOutcome::failed,
                     draw.chance(kind.p_last_level),
                     draw.chance(kind.p_corrected)};
        if (draw.chance(kind.p_abandoned)) one.outcome = TryOutcome::abandoned;
        tries.push_back(one);
    }
    return tries;
}

std::optional<Activity> History::draw_activity()
{
    if (draw.chance(.4)) return std::nullopt;
    const double total = 1 + 600 * draw.share();
    return Activity{total * draw.share(), total};
}

Profile History::draw_profile()
{
    const LearnerTraits traits{static_cast<KnowledgeLevel>(draw.below(5)),
                               static_cast<GuidanceLevel>(draw.below(4)), draw.share()};
    return {traits, learner_model_weight(traits), adaptation_parameters(traits)};
}

std::optional<IndexStep> History::end(const Tries &tries)
{
    return end_tries(learner, the_unit, tries, draw_activity());
}

Decision History::decide()
{
    const Decision decision = mvr::learning::decide(learner, the_unit, context).value();
    apply_decision(learner, the_unit, {decision, basis_now(learner, the_unit, context)});
    return decision;
}

const UnitModel &History::unit() const { return *find_unit(learner, the_unit); }

DecisionContext three_parts()
{
    DecisionContext context;
    for (const char *id : {"part 1", "part 2", "part 3"})
        context.checkpoints.push_back({id, the_unit, std::nullopt});
    return context;
}

Decision decide_now(const LearnerModel &learner, const DecisionContext &context)
{
    return decide(learner, the_unit, context).value();
}

LearnerModel struggling_elsewhere()
{
    LearnerModel learner;
    for (int i = 0; i < 6; ++i)
        end_tries(learner, "other", std::vector{failed("x")}, std::nullopt);
    return learner;
}
