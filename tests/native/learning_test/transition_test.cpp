#include "learning/noise.hpp"
#include "learning/transition.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>
#include <vector>

using namespace mvr;
using namespace mvr::learning;

namespace {

ModelReadings readings_from(const Json &json)
{
    return {json.at("learner"), json.at("knowledge"), json.at("engagement"), json.at("assessment")};
}

ModelReadings all(double reading) { return {reading, reading, reading, reading}; }

TransitionInput practising(double state, double reading, double epsilon = 0)
{
    return {state, all(reading), weights_for(LearningPhase::practice), .7, .02, epsilon};
}

} // namespace

TEST_CASE("both rules give the states computed by hand", "[learning][transition]")
{
    for (const Json &run : learning_vectors("transition")) {
        const DeltaRule rule = delta_rule_from_text(run.at("rule").get<std::string>()).value();
        double state = run.at("state");
        for (const Json &row : run.at("steps")) {
            CAPTURE(run.at("rule"), row.dump());
            const auto phase = learning_phase_from_text(row.at("event").get<std::string>()).value();

            const TransitionStep step =
                advance_state(rule, {state, readings_from(row.at("readings")), weights_for(phase),
                                     run.at("alpha"), run.at("beta"), row.at("epsilon")});

            CHECK(step.composite == Approx(row.at("composite").get<double>()).epsilon(1e-12));
            CHECK(step.delta == Approx(row.at("delta").get<double>()).margin(1e-12));
            CHECK(step.epsilon == row.at("epsilon").get<double>());
            CHECK(step.state == Approx(row.at("state").get<double>()).epsilon(1e-12));
            state = step.state;
        }
    }
}

TEST_CASE("the index stays in [0, 1] whatever comes", "[learning][transition]")
{
    const auto rule = GENERATE(DeltaRule::gap, DeltaRule::seed);
    ExplorationNoise random(3);
    double state = initial_state;
    for (int i = 0; i < 10'000; ++i) {
        const double reading = static_cast<double>(random.next_bits() % 1001) / 1000;
        TransitionInput input = practising(state, reading, 1000 * random.next());
        input.alpha = static_cast<double>(random.next_bits() % 1001) / 1000;
        state = advance_state(rule, input).state;
        REQUIRE((state >= 0 && state <= 1));
    }
}

TEST_CASE("under constant readings the gap shrinks by 1 - alpha each step",
          "[learning][transition]")
{
    const auto [start, reading] = GENERATE(table<double, double>({{.5, .9}, {.9, .2}, {0, 1}}));
    double state = start;
    for (int n = 1; n <= 12; ++n) {
        const double before = state;
        state = advance_state(DeltaRule::gap, practising(state, reading)).state;
        CAPTURE(n);
        CHECK(state - reading == Approx(std::pow(.3, n) * (start - reading)).margin(1e-12));
        // Monotone towards the reading, never past it.
        CHECK(std::abs(state - reading) < std::abs(before - reading));
        CHECK((state - reading) * (before - reading) >= 0);
    }
}

TEST_CASE("half of the gap is gone after .576 steps", "[learning][transition]")
{
    const double after_one =
        1 - advance_state(DeltaRule::gap, practising(0, 1)).state; // of a gap of 1
    // On the exponential through both.
    CHECK(std::log(.5) / std::log(after_one) == Approx(half_life(.7)).epsilon(1e-12));
    CHECK(half_life(.7) == Approx(.5757).margin(5e-5));
    CHECK(half_life(.5) == Approx(1));
    CHECK_THROWS_AS(half_life(0), Failure);
    CHECK_THROWS_AS(half_life(1), Failure);
}

TEST_CASE("a least delta lifts the gap rule and only it", "[learning][transition]")
{
    TransitionInput input = practising(.6, .2);
    input.least_delta = .1;
    CHECK(advance_state(DeltaRule::gap, input).state == Approx(.67));
    CHECK(advance_state(DeltaRule::gap, input).delta == Approx(.1));
    CHECK(advance_state(DeltaRule::seed, input).delta == Approx(.2));
    input.readings = all(1);
    CHECK(advance_state(DeltaRule::gap, input).delta == Approx(.4));
}

TEST_CASE("the noise part of the index has the standard deviation of its theory",
          "[learning][transition]")
{
    // AR(1): beta·sd(eps)/sqrt(1 − (1 − alpha)²); eps has unit variance if predictions are
    // calibrated.
    constexpr int n = 200'000;
    ExplorationNoise random(11);
    double state = .5;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; ++i) {
        const double p = .35 + .3 * (static_cast<double>(random.next_bits() >> 11) * 0x1p-53);
        const bool correct = static_cast<double>(random.next_bits() >> 11) * 0x1p-53 < p;
        state = advance_state(DeltaRule::gap,
                              practising(state, .5, standardised_innovation(correct, p)))
                    .state;
        sum += state - .5;
        squares += (state - .5) * (state - .5);
    }

    CHECK(sum / n == Approx(0).margin(1e-3));
    CHECK(std::sqrt(squares / n) == Approx(.02 / std::sqrt(1 - .3 * .3)).epsilon(.02));
}

TEST_CASE("the innovation says how much a try surprised", "[learning][transition]")
{
    for (const Json &row : learning_vectors("innovation", "rows")) {
        CAPTURE(row.dump());
        CHECK(standardised_innovation(row.at("correct"), row.at("predicted")) ==
              Approx(row.at("epsilon").get<double>()).margin(1e-12));
    }
    CHECK_THROWS_AS(standardised_innovation(true, std::nan("")), Failure);
}

TEST_CASE("the seed rule lifts even a failing learner to the ceiling", "[learning][transition]")
{
    // Why `gap` is the default: a weighted sum is never negative, so the index cannot fall.
    double seed_state = initial_state;
    double gap_state = initial_state;
    const EquationParameters seed = equation_parameters(DeltaRule::seed);
    for (int i = 0; i < 20; ++i) {
        TransitionInput input = practising(seed_state, .1);
        input.alpha = seed.alpha;
        input.beta = seed.beta;
        seed_state = advance_state(DeltaRule::seed, input).state;
        gap_state = advance_state(DeltaRule::gap, practising(gap_state, .1)).state;
    }

    CHECK(seed_state == 1);
    CHECK(gap_state == Approx(.1).margin(.01));
}

TEST_CASE("each rule has its parameters, in proportion to the learner's", "[learning][transition]")
{
    CHECK(equation_parameters(DeltaRule::seed).alpha == .7);
    CHECK(equation_parameters(DeltaRule::seed).beta == .15);
    CHECK(equation_parameters(DeltaRule::gap).alpha == .7);
    CHECK(equation_parameters(DeltaRule::gap).beta == .02);

    const AdaptationParameters novice{.80, .10};
    CHECK(equation_parameters(DeltaRule::seed, novice).alpha == Approx(.80));
    CHECK(equation_parameters(DeltaRule::seed, novice).beta == Approx(.10));
    CHECK(equation_parameters(DeltaRule::gap, novice).alpha == Approx(.8));
    CHECK(equation_parameters(DeltaRule::gap, novice).beta == Approx(.02 * .10 / .15));
}

TEST_CASE("numbers out of range never enter the equation", "[learning][transition]")
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto rejected = [](auto change) {
        TransitionInput input = practising(.5, .5);
        change(input);
        CHECK_THROWS_AS(advance_state(DeltaRule::gap, input), Failure);
    };

    rejected([&](TransitionInput &input) { input.state = nan; });
    rejected([](TransitionInput &input) { input.state = 1.01; });
    rejected([&](TransitionInput &input) { input.readings.knowledge = nan; });
    rejected([](TransitionInput &input) { input.readings.assessment = -.1; });
    rejected([](TransitionInput &input) { input.weights.learner = .9; });
    rejected([](TransitionInput &input) { input.weights = {-.5, .5, .5, .5}; });
    rejected([](TransitionInput &input) { input.alpha = 1.5; });
    rejected([](TransitionInput &input) { input.beta = -.1; });
    rejected([&](TransitionInput &input) { input.least_delta = nan; });
    rejected([&](TransitionInput &input) { input.epsilon = nan; });
    CHECK_NOTHROW(advance_state(DeltaRule::gap, practising(.5, .5)));
}

TEST_CASE("rules are read as they are written", "[learning][transition]")
{
    CHECK(to_text(delta_rule_from_text("gap").value()) == "gap");
    CHECK(to_text(delta_rule_from_text("seed").value()) == "seed");
    CHECK_FALSE(delta_rule_from_text("sum"));
}
