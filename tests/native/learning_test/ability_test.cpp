#include "learning/ability.hpp"
#include "support/error.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <vector>

#include <cmath>
#include <limits>

using namespace mvr;
using namespace mvr::learning;

TEST_CASE("ability follows the tries as assumed-density filtering says", "[learning][ability]")
{
    Ability ability;
    for (const Json &step : learning_vectors("ability", "steps")) {
        const double a = step.at("a");
        const double b = step.at("b");
        CAPTURE(a, b);

        CHECK(predict(ability, a, b) == Approx(step.at("predicted").get<double>()).epsilon(1e-12));
        ability = update(ability, a, b, step.at("correct"));
        CHECK(ability.theta == Approx(step.at("theta").get<double>()).epsilon(1e-12));
        CHECK(ability.variance == Approx(step.at("variance").get<double>()).epsilon(1e-12));
    }
    CHECK(standard_error(ability) == Approx(std::sqrt(ability.variance)));
}

TEST_CASE("the reading of an ability is the share of learners below", "[learning][ability]")
{
    for (const Json &row : learning_vectors("ability_reading", "rows"))
        CHECK(ability_reading({row.at("theta"), 1}) ==
              Approx(row.at("reading").get<double>()).epsilon(1e-12));
}

TEST_CASE("the target difficulty is where the learner succeeds as often as wanted",
          "[learning][ability]")
{
    for (const Json &row : learning_vectors("target_difficulty", "rows")) {
        const Ability ability{row.at("theta"), 1};
        const double a = row.at("a");
        const double target = row.at("target");
        const double b = target_difficulty(ability, a, target);

        CHECK(b == Approx(row.at("difficulty").get<double>()).margin(1e-12));
        CHECK(predict(ability, a, b) == Approx(target).epsilon(1e-12));
    }
    CHECK(target_difficulty({}, 1) == Approx(-std::log(4.)));
}

TEST_CASE("every try makes the ability more certain", "[learning][ability]")
{
    Ability ability;
    for (int i = 0; i < 200; ++i) {
        const Ability next = update(ability, 1, 0, i % 3 != 0);
        CHECK(next.variance < ability.variance);
        ability = next;
    }
    // σ(θ) tends to the share of successes, 2 of 3, as far as the prior lets it.
    CHECK(predict(ability, 1, 0) == Approx(2. / 3).margin(.03));
}

TEST_CASE("time without evidence widens the uncertainty up to the prior's", "[learning][ability]")
{
    const Ability known{1.2, .3};

    CHECK(drift(known, 0).variance == Approx(.3));
    CHECK(drift(known, 10).variance == Approx(.4));
    CHECK(drift(known, 1e6).variance == 1);
    CHECK(drift(known, 10).theta == 1.2);
}

TEST_CASE("item parameters without meaning are the caller's bug", "[learning][ability]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();

    CHECK_THROWS_AS(update({}, 0, 0, true), Failure);
    CHECK_THROWS_AS(update({}, 1, nan, true), Failure);
    CHECK_THROWS_AS(update({nan, 1}, 1, 0, true), Failure);
    CHECK_THROWS_AS(drift({}, -1), Failure);
    CHECK_THROWS_AS(target_difficulty({}, 1, 1), Failure);
    CHECK_THROWS_AS(target_difficulty({}, -1), Failure);
}

TEST_CASE("several tries of one moment count at the state before, in any order",
          "[learning][ability]")
{
    std::vector<ItemOutcome> outcomes{{1, -2, true},  {1, .3, false}, {1, 1.7, true},
                                      {2, .3, false}, {1, .3, true},  {.7, -1.1, false}};
    const Ability before{.4, .6};
    const Ability together = update_together(before, outcomes);

    double information = 1 / before.variance;
    double gradient = 0;
    for (const auto &[a, b, correct] : outcomes) {
        const double p = predict(before, a, b);
        information += a * a * p * (1 - p);
        gradient += a * ((correct ? 1 : 0) - p);
    }
    CHECK(together.variance == Approx(1 / information).epsilon(1e-12));
    CHECK(together.theta == Approx(before.theta + gradient / information).epsilon(1e-12));
    std::mt19937_64 bits(7);
    for (int order = 0; order < 100; ++order) {
        std::swap(outcomes[bits() % outcomes.size()], outcomes[bits() % outcomes.size()]);
        const Ability again = update_together(before, outcomes);
        CAPTURE(order);
        CHECK(again.theta == together.theta);
        CHECK(again.variance == together.variance);
    }
}

TEST_CASE("no try leaves the ability, one is the plain update", "[learning][ability]")
{
    const Ability before{.4, .6};
    CHECK(update_together(before, {}).theta == before.theta);
    CHECK(update_together(before, {}).variance == Approx(before.variance).epsilon(1e-15));
    CHECK(update_together(before, {{1, .3, true}}).theta == update(before, 1, .3, true).theta);
}
