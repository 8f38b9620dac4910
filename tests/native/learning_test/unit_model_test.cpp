#include "history.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mvr;
using namespace mvr::learning;

TEST_CASE("hints shown per try lower the engagement reading", "[learning][fold]")
{
    const auto [hints, reading] =
        GENERATE(table<int, double>({{0, .5}, {1, .5}, {2, .25}, {4, .125}}));
    LearnerModel learner;
    for (int i = 0; i < hints; ++i)
        show_hint(learner, the_unit, false);

    const auto step = end_tries(learner, the_unit, std::vector{passed("part 1")}, Activity{30, 60});

    CHECK(step->engagement == Approx(reading));
    CHECK(find_unit(learner, the_unit)->hints == hints);
    show_hint(learner, the_unit, false);
    show_hint(learner, the_unit, false);
    CHECK(*observed_engagement(*find_unit(learner, the_unit)) ==
          Approx(.5 / std::max(1, hints + 2)));
}

TEST_CASE("a new phase begins without the hints and tries of the last", "[learning][fold]")
{
    LearnerModel learner;
    for (int i = 0; i < 5; ++i)
        show_hint(learner, the_unit, false);
    end_tries(learner, the_unit, std::vector{passed("a")}, Activity{60, 60});
    CHECK(*observed_engagement(*find_unit(learner, the_unit)) == Approx(.2));
    Decision decision;
    decision.next_phase = LearningPhase::practice;
    decision.phase_begins = true;
    apply_decision(learner, the_unit, {decision, {}});

    const UnitModel &unit = *find_unit(learner, the_unit);
    CHECK(unit.phase == LearningPhase::practice);
    CHECK(*observed_engagement(unit) == 1);
    CHECK(unit.phase_counts.tries() == 0);
    CHECK(unit.phase_own_passed.empty());
    CHECK(unit.counts.tries() == 1);
    CHECK(unit.hints == 5);
    CHECK(unit.own_passed.size() == 1);
}

TEST_CASE("a last-level hint, shown or reported with a try, ends being flawless",
          "[learning][fold]")
{
    LearnerModel shown;
    show_hint(shown, the_unit, false);
    CHECK(flawless(*find_unit(shown, the_unit)));
    show_hint(shown, the_unit, true);
    show_hint(shown, the_unit, false);
    CHECK_FALSE(flawless(*find_unit(shown, the_unit)));

    LearnerModel with_try;
    end_tries(with_try, the_unit, std::vector{with_hint(passed("a"))}, std::nullopt);
    CHECK_FALSE(flawless(*find_unit(with_try, the_unit)));
}

TEST_CASE("an author's difficulty from 1 to 10 lies between -3 and 3 logits", "[learning][fold]")
{
    CHECK(difficulty_logits(1) == -3);
    CHECK(difficulty_logits(10) == 3);
    CHECK(difficulty_logits(7) == 1);
    CHECK(difficulty_logits(std::nullopt) == 0);
}

TEST_CASE("a hard pass raises the ability more than an easy one", "[learning][fold]")
{
    const auto theta_after = [](int difficulty) {
        LearnerModel learner;
        EndedTry one = passed("part 1");
        one.difficulty = difficulty;
        end_tries(learner, the_unit, std::vector{one}, std::nullopt);
        return learner.ability.theta;
    };

    CHECK(theta_after(9) > theta_after(5));
    CHECK(theta_after(5) > theta_after(1));
}

TEST_CASE("a unit is done when every checkpoint has an own pass, whatever the phase",
          "[learning][fold]")
{
    const std::vector<Checkpoint> parts{{"a", the_unit, {}}, {"b", the_unit, {}}};
    LearnerModel learner;
    CHECK_FALSE(unit_done(find_unit(learner, the_unit), parts));
    end_tries(learner, the_unit, std::vector{passed("a"), after_correction(passed("b"))},
              std::nullopt);
    CHECK_FALSE(unit_done(find_unit(learner, the_unit), parts));
    end_tries(learner, the_unit, std::vector{passed("b"), failed("a")}, std::nullopt);
    CHECK(unit_done(find_unit(learner, the_unit), parts));
    learner.units[the_unit].phase = LearningPhase::mastery;
    CHECK(unit_done(find_unit(learner, the_unit), parts));
    CHECK_FALSE(unit_done(find_unit(learner, the_unit), {}));
}

TEST_CASE("a checkpoint that was added to a done unit is still to be done", "[learning][fold]")
{
    std::vector<Checkpoint> parts{{"a", the_unit, {}}};
    LearnerModel learner;
    end_tries(learner, the_unit, std::vector{passed("a")}, std::nullopt);
    CHECK(unit_done(find_unit(learner, the_unit), parts));
    parts.push_back({"b", the_unit, {}});
    CHECK_FALSE(unit_done(find_unit(learner, the_unit), parts));
    parts.erase(parts.begin());
    CHECK_FALSE(unit_done(find_unit(learner, the_unit), parts));
    parts = {{"a", the_unit, {}}};
    CHECK(unit_done(find_unit(learner, the_unit), parts));
}
