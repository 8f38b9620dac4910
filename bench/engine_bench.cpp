// What one observed try costs the learning engine, as a ratio to a plain loop of logistic functions
// in the same run (nanoseconds alone say more about the machine than about us). Run: scripts/bench,
// or this program; its last line is one JSON object.

#include "learning/decision.hpp"
#include "learning/learner_fold.hpp"
#include "learning/noise.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string_view>
#include <vector>

namespace {

using namespace mvr::learning;

constexpr std::size_t events = 200'000;
constexpr std::size_t learners = 1'000;
constexpr int repetitions = 3;

/// Outcomes drawn before the clock starts.
std::vector<bool> outcomes()
{
    ExplorationNoise random(2026);
    std::vector<bool> correct(events);
    for (std::size_t i = 0; i < events; ++i)
        correct[i] = random.next_bits() % 10 < 7;
    return correct;
}

constexpr std::string_view unit = "unit";

/// The models and the equation after one try, which is a step of its own.
void update_models(LearnerModel &learner, bool correct, std::size_t number)
{
    const EndedTry ended{number % 2 == 0 ? "a" : "b",
                         "skill",
                         std::nullopt,
                         correct ? TryOutcome::passed : TryOutcome::failed,
                         false,
                         false};
    end_tries(learner, unit, {&ended, 1}, Activity{8, 10});
}

double make_decision(const LearnerModel &learner, const DecisionContext &context)
{
    return decide(learner, unit, context).value().confidence;
}

/// Nanoseconds per call of the fastest repetition; `sink` keeps the work from being optimised away.
template <class Body> double nanoseconds_per_event(Body body, double &sink)
{
    double best = 1e300;
    for (int i = 0; i < repetitions; ++i) {
        const auto start = std::chrono::steady_clock::now();
        sink += body();
        const std::chrono::duration<double, std::nano> taken =
            std::chrono::steady_clock::now() - start;
        best = std::min(best, taken.count() / static_cast<double>(events));
    }
    return best;
}

double logistic_loop()
{
    double sum = 0;
    // Each argument depends on the last result, as each state of a learner does on the one before.
    for (std::size_t i = 0; i < events; ++i)
        sum = 1 / (1 + std::exp(-.5 * (sum - .5)));
    return sum;
}

double engine_loop(const std::vector<bool> &correct, bool with_decision)
{
    std::vector<LearnerModel> all(learners);
    DecisionContext context;
    context.checkpoints = {{"a", "skill", {}}, {"b", "skill", {}}};
    double sum = 0;
    for (std::size_t i = 0; i < events; ++i) {
        LearnerModel &learner = all[i % learners];
        update_models(learner, correct[i], i / learners);
        sum += with_decision ? make_decision(learner, context) : learner.ability.theta;
    }
    return sum;
}

} // namespace

int main()
{
    const std::vector<bool> correct = outcomes();
    double sink = 0;
    const double logistic = nanoseconds_per_event(logistic_loop, sink);
    const double update = nanoseconds_per_event([&] { return engine_loop(correct, false); }, sink);
    const double decide = nanoseconds_per_event([&] { return engine_loop(correct, true); }, sink);

    std::printf("logistic function        %8.1f ns\n", logistic);
    std::printf("update of all models     %8.1f ns, %.1f x\n", update, update / logistic);
    std::printf("update and decision      %8.1f ns, %.1f x\n", decide, decide / logistic);
    std::printf("{\"bench\":\"engine\",\"events\":%zu,\"logistic_ns\":%.2f,\"update_ns\":%.2f,"
                "\"update_decide_ns\":%.2f,\"update_ratio\":%.2f,\"update_decide_ratio\":%.2f,"
                "\"checksum\":%.6f}\n",
                events, logistic, update, decide, update / logistic, decide / logistic, sink);
    return 0;
}
