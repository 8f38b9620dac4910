#pragma once

#include "learning/decision.hpp"
#include "learning/transition.hpp"
#include "store/state.hpp"
#include "support/json.hpp"

#include <string>

namespace mvr::tools {

/// The four models' readings and where each comes from: "observed" in the scene where there is
/// evidence, else "reported" by the client, else "profile" (the learner's own statement), else
/// "assumed" (the model's prior).
struct SourcedReadings {
    learning::ModelReadings values;
    Json sources; ///< {"learner": {"value", "provenance", "from"}, …}
};

SourcedReadings read_models(const store::LearnerState &learner, const Json &model_inputs);

/// What was observed of the learner over all skills; the chance of mastery is that of the weakest,
/// since a phase is left with all of its skills or not at all.
learning::Evidence observed_evidence(const store::LearnerState &learner);

} // namespace mvr::tools
