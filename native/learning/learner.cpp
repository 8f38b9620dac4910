#include "learning/learner.hpp"

#include "learning/checks.hpp"
#include "learning/choice.hpp"

#include <algorithm>
#include <array>

namespace mvr::learning {
namespace {

constexpr Texts<5> knowledge_texts{"novice", "beginner", "intermediate", "advanced", "expert"};
constexpr Texts<4> guidance_texts{"high", "moderate", "low", "adaptive"};

// In the order of KnowledgeLevel and GuidanceLevel.
constexpr std::array base_weights{.40, .35, .30, .25, .20};
constexpr std::array alpha_adjustments{.10, .05, 0., -.05, -.10};
constexpr std::array weight_adjustments{.05, 0., -.05, .02};
constexpr std::array beta_adjustments{-.05, 0., .05, .02};

template <class Enum, std::size_t N> double entry(const std::array<double, N> &table, Enum row)
{
    return table.at(static_cast<std::size_t>(row));
}

} // namespace

double learner_model_weight(const LearnerTraits &traits)
{
    const double help = traits.help_seeking_frequency;
    require(std::isfinite(help) && help >= 0,
            "help_seeking_frequency must be a number of at least 0");
    const double weight = entry(base_weights, traits.knowledge_level) +
                          entry(weight_adjustments, traits.guidance_level) +
                          std::min(.1, help * .2);
    return std::clamp(weight, .15, .50);
}

AdaptationParameters adaptation_parameters(const LearnerTraits &traits)
{
    const AdaptationParameters base;
    const double alpha = base.alpha_baseline + entry(alpha_adjustments, traits.knowledge_level);
    const double beta = base.beta_exploration + entry(beta_adjustments, traits.guidance_level);
    return {std::clamp(alpha, .3, .9), std::clamp(beta, .05, .25)};
}

double profile_reading(double learner_model_weight, const AdaptationParameters &parameters)
{
    require(in_unit_interval(learner_model_weight), "learner_model_weight must be in [0, 1]");
    return std::clamp((learner_model_weight + parameters.alpha_baseline * .5) / 1.5, 0., 1.);
}

std::string_view to_text(KnowledgeLevel level) { return text_of(level, knowledge_texts); }
std::string_view to_text(GuidanceLevel level) { return text_of(level, guidance_texts); }

Result<KnowledgeLevel> knowledge_level_from_text(std::string_view text)
{
    return choice_from<KnowledgeLevel>(text, knowledge_texts, "knowledge level");
}

Result<GuidanceLevel> guidance_level_from_text(std::string_view text)
{
    return choice_from<GuidanceLevel>(text, guidance_texts, "guidance level");
}

} // namespace mvr::learning
