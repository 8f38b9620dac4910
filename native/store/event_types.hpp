#pragma once

#include <string_view>

namespace mvr::store::event_type {

/// Every kind of fact that the record knows. The text is the file format: never change one.
inline constexpr std::string_view learner_profile_set = "learner_profile_set";
inline constexpr std::string_view knowledge_structure_defined = "knowledge_structure_defined";
inline constexpr std::string_view session_started = "session_started";
inline constexpr std::string_view session_ended = "session_ended";
inline constexpr std::string_view assessment_evaluated = "assessment_evaluated";
inline constexpr std::string_view performance_reported = "performance_reported";
inline constexpr std::string_view engagement_reported = "engagement_reported";
inline constexpr std::string_view interaction_reported = "interaction_reported";
inline constexpr std::string_view transition_decided = "transition_decided";
inline constexpr std::string_view scene_authored = "scene_authored";
inline constexpr std::string_view record_recovered =
    "record_recovered"; ///< written by the store itself

} // namespace mvr::store::event_type
