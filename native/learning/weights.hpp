#pragma once

#include "learning/phase.hpp"

namespace mvr::learning {

/// How much each model counts in the composite reading; each in [0, 1], together 1.
struct ModelWeights {
    double learner = 0;
    double knowledge = 0;
    double engagement = 0;
    double assessment = 0;
};

constexpr double sum(const ModelWeights &weights)
{
    return weights.learner + weights.knowledge + weights.engagement + weights.assessment;
}

/// The weights of a phase: who the learner is counts most at first, what they can show counts most
/// at the end. Source: pathway specification, phase 3, "weight_configurations". Thread: any.
constexpr ModelWeights weights_for(LearningPhase phase)
{
    switch (phase) {
    case LearningPhase::onboarding: return {.40, .22, .28, .10};
    case LearningPhase::introduction: return {.32, .28, .22, .18};
    case LearningPhase::practice: return {.27, .32, .18, .23};
    case LearningPhase::application: return {.25, .27, .16, .32};
    case LearningPhase::mastery: break;
    }
    return {.22, .23, .15, .40};
}

/// True if the four weights of `phase` sum to 1 within rounding.
constexpr bool sums_to_one(LearningPhase phase)
{
    const double error = sum(weights_for(phase)) - 1;
    return -1e-12 < error && error < 1e-12;
}

static_assert(sums_to_one(LearningPhase::onboarding));
static_assert(sums_to_one(LearningPhase::introduction));
static_assert(sums_to_one(LearningPhase::practice));
static_assert(sums_to_one(LearningPhase::application));
static_assert(sums_to_one(LearningPhase::mastery));

} // namespace mvr::learning
