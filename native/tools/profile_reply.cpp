#include "tools/profile_reply.hpp"

#include "store/profile_traits.hpp"

#include <utility>

namespace mvr::tools {
namespace {

bool says(const Json &profile, const char *part, const char *member)
{
    const auto found = profile.find(part);
    return found != profile.end() && found->is_object() && found->contains(member);
}

std::vector<std::string> defaults_used(const Json &static_profile)
{
    std::vector<std::string> used;
    if (!says(static_profile, "demographic", "current_knowledge_level"))
        used.emplace_back("static_profile.demographic.current_knowledge_level: beginner");
    if (!says(static_profile, "learning_preferences", "guidance_level"))
        used.emplace_back("static_profile.learning_preferences.guidance_level: moderate");
    return used;
}

} // namespace

StoredProfile store_profile(const Context &context, const std::string &learner, Json static_profile,
                            Json dynamic_profile)
{
    const auto traits = store::traits_of(static_profile, dynamic_profile);
    StoredProfile stored{learning::learner_model_weight(traits),
                         learning::adaptation_parameters(traits),
                         defaults_used(static_profile),
                         {}};
    stored.event_ids = context.keep(store::new_event(
        learner, store::LearnerProfileSet{learner, std::move(static_profile),
                                          std::move(dynamic_profile), stored.learner_model_weight,
                                          stored.adaptation_parameters.alpha_baseline,
                                          stored.adaptation_parameters.beta_exploration}));
    return stored;
}

} // namespace mvr::tools
