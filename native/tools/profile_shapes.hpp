#pragma once

// A learner's profile as process_learner_model and update_learner_profile take it.

#include "learning/learner.hpp"
#include "store/learner_model_description.hpp"
#include "support/describe.hpp"
#include "support/wire_types.hpp"
#include "tools/bounds.hpp"
#include "tools/vocabulary.hpp"

#include <optional>
#include <string>

namespace mvr::tools {

struct Demographic {
    AgeRange age_range{};
    EducationLevel education_level{};
    learning::KnowledgeLevel current_knowledge_level{};
};
struct LearningPreferences {
    std::optional<learning::GuidanceLevel> guidance_level;
    std::optional<InteractionStyle> interaction_style;
    std::optional<int> time_commitment;
};
struct StaticProfile {
    std::optional<Demographic> demographic;
    std::optional<LearningPreferences> learning_preferences;
};
struct BehavioralPatterns {
    std::optional<double> help_seeking_frequency;
};
struct DynamicProfile {
    std::optional<AnyObject> learning_progress;
    std::optional<BehavioralPatterns> behavioral_patterns;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::Demographic> {
    using T = tools::Demographic;
    static constexpr std::tuple members{
        Member{"age_range", &T::age_range, ""},
        Member{"education_level", &T::education_level, ""},
        Member{"current_knowledge_level", &T::current_knowledge_level, ""},
    };
};

template <> struct Description<tools::LearningPreferences> {
    using T = tools::LearningPreferences;
    static constexpr std::tuple members{
        Member{"guidance_level", &T::guidance_level, ""},
        Member{"interaction_style", &T::interaction_style, ""},
        Member{"time_commitment", &T::time_commitment, "Of a session",
               numbers(5, 180).in("minutes")},
    };
};

template <> struct Description<tools::StaticProfile> {
    using T = tools::StaticProfile;
    static constexpr std::tuple members{
        Member{"demographic", &T::demographic, ""},
        Member{"learning_preferences", &T::learning_preferences, ""},
    };
};

template <> struct Description<tools::BehavioralPatterns> {
    using T = tools::BehavioralPatterns;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"help_seeking_frequency", &T::help_seeking_frequency, "Requests a try",
               numbers(0, 1000)},
    };
};

template <> struct Description<tools::DynamicProfile> {
    using T = tools::DynamicProfile;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"learning_progress", &T::learning_progress, ""},
        Member{"behavioral_patterns", &T::behavioral_patterns, ""},
    };
};

} // namespace mvr
