#pragma once

// Enumerations that tools take and give, beside those of the learning module.

#include "support/describe.hpp"

#include <array>
#include <string_view>

namespace mvr::tools {

enum class AssessmentType { formative, authentic, competency };
enum class Provenance { observed, reported };
enum class Enforcement { gate, advise };
enum class SupportLevel { low, moderate, high };
enum class Pacing { slower, normal, faster };
enum class Rule { gap, seed };
enum class AgeRange { from_13, from_18, from_26, from_36, over_50 };
enum class EducationLevel { high_school, undergraduate, graduate, professional };
enum class InteractionStyle { guided, independent, collaborative };

} // namespace mvr::tools

namespace mvr {

template <> struct EnumText<tools::AssessmentType> : TextsInOrder<tools::AssessmentType> {
    static constexpr std::array<std::string_view, 3> texts{"formative", "authentic", "competency"};
};
template <> struct EnumText<tools::Provenance> : TextsInOrder<tools::Provenance> {
    static constexpr std::array<std::string_view, 2> texts{"observed", "reported"};
};
template <> struct EnumText<tools::Enforcement> : TextsInOrder<tools::Enforcement> {
    static constexpr std::array<std::string_view, 2> texts{"gate", "advise"};
};
template <> struct EnumText<tools::SupportLevel> : TextsInOrder<tools::SupportLevel> {
    static constexpr std::array<std::string_view, 3> texts{"low", "moderate", "high"};
};
template <> struct EnumText<tools::Pacing> : TextsInOrder<tools::Pacing> {
    static constexpr std::array<std::string_view, 3> texts{"slower", "normal", "faster"};
};
template <> struct EnumText<tools::Rule> : TextsInOrder<tools::Rule> {
    static constexpr std::array<std::string_view, 2> texts{"gap", "seed"};
};
template <> struct EnumText<tools::AgeRange> : TextsInOrder<tools::AgeRange> {
    static constexpr std::array<std::string_view, 5> texts{"13-17", "18-25", "26-35", "36-50",
                                                           "50+"};
};
template <> struct EnumText<tools::EducationLevel> : TextsInOrder<tools::EducationLevel> {
    static constexpr std::array<std::string_view, 4> texts{"high_school", "undergraduate",
                                                           "graduate", "professional"};
};
template <> struct EnumText<tools::InteractionStyle> : TextsInOrder<tools::InteractionStyle> {
    static constexpr std::array<std::string_view, 3> texts{"guided", "independent",
                                                           "collaborative"};
};

} // namespace mvr
