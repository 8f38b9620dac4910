#pragma once

#include "store/learner_model_description.hpp"
#include "tools/context.hpp"
#include "tools/profile_shapes.hpp"
#include "tools/record_outcome.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

/// What was computed from a profile that is stored now, whatever its reply is called.
struct StoredProfile {
    double learner_model_weight = 0;
    learning::AdaptationParameters adaptation_parameters;
    std::vector<std::string> defaults_used; ///< "path: value" of what the profile does not say
    std::vector<std::string> event_ids;
};

/// Computes weight and parameters from a profile of that shape, and records it.
StoredProfile store_profile(const Context &context, const std::string &learner, Json static_profile,
                            Json dynamic_profile);

} // namespace mvr::tools
