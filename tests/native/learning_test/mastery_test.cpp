#include "learning/mastery.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::learning;

TEST_CASE("the chance of a success rate agrees with the incomplete beta function",
          "[learning][mastery]")
{
    const Json vectors = learning_vectors("success_rate");
    for (const Json &row : vectors.at("rows")) {
        const int successes = row.at("successes");
        const int failures = row.at("failures");
        CAPTURE(successes, failures);

        CHECK(success_rate_probability(successes, failures, vectors.at("threshold")) ==
              Approx(row.at("probability").get<double>()).epsilon(1e-10));
        CHECK(success_rate_lower_bound(successes, failures, vectors.at("tail")) ==
              Approx(row.at("lower_bound").get<double>()).epsilon(1e-10));
    }
}

TEST_CASE("nine of ten right is no proof of mastery", "[learning][mastery]")
{
    // Beta(10, 2): mean .833, yet the 5 % bound is .636.
    CHECK(success_rate_probability(9, 1) == Approx(.678).margin(5e-4));
    CHECK(success_rate_lower_bound(9, 1) == Approx(.636).margin(5e-4));
}

TEST_CASE("each success makes mastery likelier and each failure less so", "[learning][mastery]")
{
    for (int n = 0; n < 20; ++n) {
        CHECK(success_rate_probability(n + 1, 3) > success_rate_probability(n, 3));
        CHECK(success_rate_probability(9, n + 1) < success_rate_probability(9, n));
    }
}

TEST_CASE("a stronger prior moves less", "[learning][mastery]")
{
    CHECK(success_rate_probability(5, 0, .8, {10, 10}) < success_rate_probability(5, 0));
}

TEST_CASE("two clean tries are enough for knowledge tracing, one is not", "[learning][mastery]")
{
    SkillState skill = untried({});
    skill = observe(skill, true, {});
    CHECK(probability_mastered(skill, {}) < .9);
    skill = observe(skill, true, {});
    CHECK(probability_mastered(skill, {}) > .9);
    CHECK(probability_mastered(skill, {}) == skill.p_known);
}

TEST_CASE("a skill that slips more than the threshold allows is never mastered",
          "[learning][mastery]")
{
    const BktParameters slippery{.4, .15, .2, .3, .02};

    CHECK(probability_mastered({.99, 9, 9}, slippery) == 0);
    CHECK(probability_mastered({.99, 9, 9}, slippery, .6) == .99);
    CHECK(probability_mastered({.01, 9, 0}, slippery, .1) == 1);
}

TEST_CASE("counts and shares without meaning are the caller's bug", "[learning][mastery]")
{
    CHECK_THROWS_AS(success_rate_probability(-1, 0), Failure);
    CHECK_THROWS_AS(success_rate_probability(1, 0, 1.), Failure);
    CHECK_THROWS_AS(success_rate_probability(1, 0, .8, {0, 1}), Failure);
    CHECK_THROWS_AS(success_rate_lower_bound(1, 0, 0.), Failure);
}
