#include "dump.hpp"
#include "history.hpp"
#include "support/error.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::learning;

namespace {

EndedTry try_from(const Json &json)
{
    const std::string kind = json.at("kind");
    EndedTry one{json.at("checkpoint"),
                 json.at("skill"),
                 std::nullopt,
                 kind == "failed" ? TryOutcome::failed : TryOutcome::passed,
                 false,
                 kind == "other"};
    if (json.at("difficulty").is_number()) one.difficulty = json.at("difficulty").get<int>();
    return one;
}

std::optional<Activity> activity_from(const Json &json)
{
    if (json.is_null()) return std::nullopt;
    return Activity{json.at(0), json.at(1)};
}

void check_step(const std::optional<IndexStep> &step, const Json &row)
{
    REQUIRE(step.has_value() == !row.at("delta").is_null());
    if (!step) return;
    CHECK(step->composite == Approx(row.at("composite").get<double>()).epsilon(1e-12));
    CHECK(step->delta == Approx(row.at("delta").get<double>()).epsilon(1e-12));
    CHECK(step->epsilon == Approx(row.at("epsilon").get<double>()).epsilon(1e-12));
}

void check_learner(const LearnerModel &learner, const Json &row)
{
    const UnitModel &unit = *find_unit(learner, the_unit);
    CHECK(unit.index == Approx(row.at("index").get<double>()).epsilon(1e-12));
    CHECK(learner.ability.theta == Approx(row.at("theta").get<double>()).epsilon(1e-12));
    CHECK(learner.ability.variance == Approx(row.at("variance").get<double>()).epsilon(1e-12));
    REQUIRE(learner.skills.size() == row.at("known").size());
    for (const auto &[name, skill] : learner.skills) {
        CHECK(skill.p_known == Approx(row.at("known").at(name).get<double>()).epsilon(1e-12));
        CHECK(unit.skills.find(name)->second ==
              Approx(row.at("pessimistic").at(name).get<double>()).epsilon(1e-12));
    }
}

/// The learner apart from the unit: what an own pass or a failure would change.
std::string beliefs(const LearnerModel &learner)
{
    LearnerModel without = learner;
    without.units.clear();
    return dump(without);
}

} // namespace

TEST_CASE("ended tries move ability, knowledge and index as computed by hand", "[learning][fold]")
{
    const Json runs = vectors_file("gap_steps.json", "runs");
    REQUIRE(runs.size() == 4);
    for (const Json &run : runs) {
        LearnerModel learner;
        const auto phase = learning_phase_from_text(run.at("phase").get<std::string>()).value();
        start_phase(learner, the_unit, phase);
        for (const Json &row : run.at("steps")) {
            CAPTURE(run.at("name"), row.dump());
            Tries tries;
            for (const Json &each : row.at("tries"))
                tries.push_back(try_from(each));

            const auto step =
                end_tries(learner, the_unit, tries, activity_from(row.at("activity")));

            check_step(step, row);
            check_learner(learner, row);
        }
    }
}

TEST_CASE("a pass with a last-level hint or a correction says nothing of ability and knowledge",
          "[learning][fold]")
{
    const EndedTry one = GENERATE(with_hint(passed("part 1")), after_correction(passed("part 1")));
    LearnerModel learner;
    start_phase(learner, the_unit, LearningPhase::practice);
    const std::string before = beliefs(learner);

    CHECK_FALSE(end_tries(learner, the_unit, std::vector{one}, Activity{10, 60}));

    const UnitModel &unit = *find_unit(learner, the_unit);
    CHECK(beliefs(learner) == before);
    CHECK(unit.index == initial_state);
    CHECK(unit.counts.tries() == 1);
    CHECK(unit.counts.other_passes == 1);
    CHECK(unit.own_passed.empty());
    CHECK(unit.revision == 1);
}

TEST_CASE("an abandoned try counts for nothing", "[learning][fold]")
{
    LearnerModel learner;
    start_phase(learner, the_unit, LearningPhase::practice);
    const std::string before = dump(learner);

    const Tries tries{with_hint(ended("part 1", TryOutcome::abandoned))};
    CHECK_FALSE(end_tries(learner, the_unit, tries, Activity{10, 60}));

    CHECK(dump(learner) == before);
}

TEST_CASE("a failure with a hint or a correction is a failure all the same", "[learning][fold]")
{
    LearnerModel plain;
    LearnerModel helped;
    end_tries(plain, the_unit, std::vector{failed("part 1")}, std::nullopt);
    end_tries(helped, the_unit, std::vector{after_correction(failed("part 1"))}, std::nullopt);

    CHECK(dump(helped) == dump(plain));
}

TEST_CASE("a unit begins in its authored phase and keeps it over repetitions", "[learning][fold]")
{
    LearnerModel learner;
    start_phase(learner, the_unit, LearningPhase::practice);
    start_phase(learner, the_unit, LearningPhase::onboarding);
    start_phase(learner, "plates", LearningPhase::onboarding);

    CHECK(find_unit(learner, the_unit)->phase == LearningPhase::practice);
    CHECK(find_unit(learner, the_unit)->index == .5);
    CHECK(find_unit(learner, "plates")->phase == LearningPhase::onboarding);
    CHECK(find_unit(learner, "bowls") == nullptr);
}

TEST_CASE("units do not touch each other but for the learner's ability", "[learning][fold]")
{
    LearnerModel learner;
    end_tries(learner, the_unit, std::vector{passed("part 1")}, std::nullopt);
    const UnitModel before = *find_unit(learner, the_unit);
    end_tries(learner, "plates", std::vector{failed("stack")}, std::nullopt);
    show_hint(learner, "plates", true);

    const UnitModel &after = *find_unit(learner, the_unit);
    CHECK(after.index == before.index);
    CHECK(after.revision == before.revision);
    CHECK(flawless(after));
    CHECK_FALSE(flawless(*find_unit(learner, "plates")));
    CHECK(find_unit(learner, "plates")->index < .5);
}

TEST_CASE("a profile that says the same is no change, and scales alpha and beta",
          "[learning][fold]")
{
    LearnerModel learner;
    CHECK(gap_parameters(learner).alpha == .7);
    CHECK(gap_parameters(learner).beta == .02);
    const LearnerTraits traits{KnowledgeLevel::novice, GuidanceLevel::low, 0};
    const Profile profile{traits, learner_model_weight(traits), adaptation_parameters(traits)};
    set_profile(learner, profile);
    set_profile(learner, profile);

    CHECK(learner.profile_revision == 1);
    CHECK(gap_parameters(learner).alpha == Approx(.8));
    CHECK(gap_parameters(learner).beta == Approx(.02 * .20 / .15));
}

TEST_CASE("an engagement that a client reports counts where none is observed", "[learning][fold]")
{
    LearnerModel learner;
    report_engagement(learner, .9);
    CHECK(end_tries(learner, the_unit, std::vector{passed("a")}, std::nullopt)->engagement == .9);
    CHECK(end_tries(learner, the_unit, std::vector{passed("a")}, Activity{15, 60})->engagement ==
          .25);
    CHECK_THROWS_AS(report_engagement(learner, 1.1), Failure);
}

TEST_CASE("tries that no correct caller hands over are its mistake", "[learning][fold]")
{
    LearnerModel learner;
    EndedTry one = failed("part 1");
    one.difficulty = GENERATE(0, 11);
    CHECK_THROWS_AS(end_tries(learner, the_unit, std::vector{one}, std::nullopt), Failure);
    CHECK_THROWS_AS(end_tries(learner, the_unit, std::vector{failed("")}, std::nullopt), Failure);
    one = failed("part 1");
    one.skill.clear();
    CHECK_THROWS_AS(end_tries(learner, the_unit, std::vector{one}, std::nullopt), Failure);
    CHECK(find_unit(learner, the_unit) == nullptr);
}
