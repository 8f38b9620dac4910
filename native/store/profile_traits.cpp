#include "store/profile_traits.hpp"

#include "store/learning_texts.hpp"

namespace mvr::store {
namespace {

/// The member of a part of a profile, or null.
const Json *find(const Json &profile, const char *part, const char *name)
{
    const auto found = profile.is_object() ? profile.find(part) : profile.end();
    if (found == profile.end() || !found->is_object() || !found->contains(name)) return nullptr;
    return &found->at(name);
}

template <class T> void read(const Json *json, T &value)
{
    T read_value = value;
    if (json != nullptr && read_json_value(*json, read_value)) value = read_value;
}

} // namespace

learning::LearnerTraits traits_of(const Json &static_profile, const Json &dynamic_profile)
{
    learning::LearnerTraits traits;
    read(find(static_profile, "demographic", "current_knowledge_level"), traits.knowledge_level);
    read(find(static_profile, "learning_preferences", "guidance_level"), traits.guidance_level);
    read(find(dynamic_profile, "behavioral_patterns", "help_seeking_frequency"),
         traits.help_seeking_frequency);
    return traits;
}

} // namespace mvr::store
