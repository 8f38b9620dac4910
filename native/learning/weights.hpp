#pragma once

#include "learning/events.hpp"

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
constexpr ModelWeights weights_for(LearningEvent event)
{
    switch (event) {
    case LearningEvent::onboarding: return {.40, .22, .28, .10};
    case LearningEvent::introduction: return {.32, .28, .22, .18};
    case LearningEvent::practice: return {.27, .32, .18, .23};
    case LearningEvent::application: return {.25, .27, .16, .32};
    case LearningEvent::mastery: break;
    }
    return {.22, .23, .15, .40};
}

/// True if the four weights of `event` sum to 1 within rounding.
constexpr bool sums_to_one(LearningEvent event)
{
    const double error = sum(weights_for(event)) - 1;
    return -1e-12 < error && error < 1e-12;
}

static_assert(sums_to_one(LearningEvent::onboarding));
static_assert(sums_to_one(LearningEvent::introduction));
static_assert(sums_to_one(LearningEvent::practice));
static_assert(sums_to_one(LearningEvent::application));
static_assert(sums_to_one(LearningEvent::mastery));

} // namespace mvr::learning
