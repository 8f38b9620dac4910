#include "learning/knowledge.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace mvr;
using namespace mvr::learning;

namespace {

BktParameters parameters_from(const Json &json)
{
    return {json.at("prior"), json.at("learn"), json.at("guess"), json.at("slip"),
            json.at("forget")};
}

} // namespace

TEST_CASE("knowledge tracing agrees with the published recursions", "[learning][knowledge]")
{
    for (const Json &run : learning_vectors("bkt")) {
        const BktParameters parameters = parameters_from(run.at("parameters"));
        SkillState skill = untried(parameters);
        for (std::size_t i = 0; i < run.at("correct").size(); ++i) {
            CAPTURE(run.at("name"), i);
            const bool correct = run.at("correct")[i];

            CHECK(predict_correct(skill, parameters) ==
                  Approx(run.at("predicted")[i].get<double>()).epsilon(1e-12));
            CHECK(posterior_known(skill.p_known, correct, parameters) ==
                  Approx(run.at("posterior")[i].get<double>()).epsilon(1e-12));
            skill = observe(skill, correct, parameters);
            CHECK(skill.p_known == Approx(run.at("p_known")[i].get<double>()).epsilon(1e-12));
        }
    }
}

TEST_CASE("a skill counts its tries and its successes", "[learning][knowledge]")
{
    SkillState skill = untried({});
    for (const bool correct : {true, false, true})
        skill = observe(skill, correct, {});

    CHECK(skill.attempts == 3);
    CHECK(skill.successes == 2);
}

TEST_CASE("right raises the belief and wrong lowers it, within [0, 1]", "[learning][knowledge]")
{
    for (int i = 0; i <= 100; ++i) {
        const double p = i / 100.;
        CAPTURE(p);
        const double after_right = posterior_known(p, true, {});
        const double after_wrong = posterior_known(p, false, {});

        CHECK(after_right >= p);
        CHECK(after_wrong <= p);
        CHECK(after_right <= 1);
        CHECK(after_wrong >= 0);
        const SkillState next = observe({p, 0, 0}, i % 2 == 0, {});
        CHECK(next.p_known >= 0);
        CHECK(next.p_known <= 1);
    }
}

TEST_CASE("without slips and guesses one try decides", "[learning][knowledge]")
{
    const BktParameters sure{.4, 0, 0, 0, 0};

    CHECK(observe(untried(sure), true, sure).p_known == 1);
    CHECK(observe(untried(sure), false, sure).p_known == 0);
}

TEST_CASE("an outcome that the parameters call impossible leaves the belief",
          "[learning][knowledge]")
{
    const BktParameters sure{.4, 0, 0, 0, 0};

    CHECK(posterior_known(1, false, sure) == 1);
    CHECK(posterior_known(0, true, sure) == 0);
}

TEST_CASE("without learning and forgetting the order of tries does not matter",
          "[learning][knowledge]")
{
    const BktParameters still{.4, 0, .2, .1, 0};
    const auto after = [&](std::initializer_list<bool> tries) {
        SkillState skill = untried(still);
        for (const bool correct : tries)
            skill = observe(skill, correct, still);
        return skill.p_known;
    };

    CHECK(after({true, true, false, false}) ==
          Approx(after({false, true, false, true})).epsilon(1e-12));
}

TEST_CASE("parameters outside their bounds are rejected by name", "[learning][knowledge]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto [parameters, field] = GENERATE_COPY(table<BktParameters, std::string>({
        {{-.01, .15, .2, .1, .02}, "prior"},
        {{1.01, .15, .2, .1, .02}, "prior"},
        {{.4, nan, .2, .1, .02}, "learn"},
        {{.4, .15, .51, .1, .02}, "guess"},
        {{.4, .15, .2, .41, .02}, "slip"},
        {{.4, .15, .2, .1, 2}, "forget"},
    }));

    const auto result = checked(parameters);

    REQUIRE_FALSE(result);
    CHECK(result.error().code == Errc::invalid_argument);
    CHECK(result.error().field == field);
    CHECK_FALSE(result.error().remedy.empty());
}

TEST_CASE("parameters on their bounds are accepted", "[learning][knowledge]")
{
    CHECK(checked({}));
    CHECK(checked({0, 0, .5, .4, 0}));
    CHECK(checked({1, 1, 0, 0, 1}));
}

TEST_CASE("several tries of one step have their joint likelihood and are learned from once",
          "[learning][knowledge]")
{
    const BktParameters usual;
    const BktParameters still{usual.prior, 0, usual.guess, usual.slip, 0};
    SkillState one_by_one = untried(still);
    for (const bool correct : {true, false, true, true})
        one_by_one = observe(one_by_one, correct, still);

    const double known = one_by_one.p_known;
    const SkillState together = observe_together(untried(usual), 3, 1, usual);

    CHECK(together.p_known ==
          Approx(known * (1 - usual.forget) + (1 - known) * usual.learn).epsilon(1e-12));
    CHECK(together.attempts == 4);
    CHECK(together.successes == 3);
    CHECK(observe_together(untried(usual), 0, 0, usual).p_known == usual.prior);
    CHECK_THROWS_AS(observe_together(untried(usual), -1, 0, usual), Failure);
}

TEST_CASE("a hundred tries of one step are not rounded to certainty", "[learning][knowledge]")
{
    const BktParameters usual;
    // Fifty of each: a slip of .1 is likelier than a guess of .2 on either side only for failures.
    const double known = observe_together(untried(usual), 50, 50, usual).p_known;

    CHECK(known == Approx(usual.learn).epsilon(1e-6));
}

TEST_CASE("the pessimistic bound is within the model's own bounds and below the usual belief",
          "[learning][knowledge]")
{
    CHECK(checked(pessimistic));
    CHECK(pessimistic.guess == .30);
    CHECK(pessimistic.slip == .05);
    SkillState usual = untried({});
    SkillState bound = untried(pessimistic);
    for (int i = 0; i < 3; ++i) {
        usual = observe(usual, true, {});
        bound = observe(bound, true, pessimistic);
        CHECK(bound.p_known < usual.p_known);
        CHECK((bound.p_known >= .90) == (i == 2));
    }
}
