#include "learning/spatial.hpp"

#include "learning/average.hpp"

#include <array>
#include <utility>

namespace mvr::learning {
namespace {

using NamedMetric = std::pair<const char *, std::optional<double>>;

struct Part {
    double weight;
    std::optional<double> value;
};

/// Mean of one part's metrics; notes under which names they came or did not.
std::optional<double> part_of(const std::array<NamedMetric, 3> &metrics, SpatialReasoning &noted)
{
    for (const auto &[name, value] : metrics)
        (value ? noted.present : noted.missing).emplace_back(name);
    return mean_of_present({metrics[0].second, metrics[1].second, metrics[2].second});
}

std::optional<double> weighted_mean(const std::array<Part, 3> &parts)
{
    double sum = 0;
    double weight = 0;
    for (const Part &part : parts) {
        if (!part.value) continue;
        sum += part.weight * *part.value;
        weight += part.weight;
    }
    if (weight <= 0) return std::nullopt;
    return sum / weight;
}

} // namespace

SpatialReasoning spatial_reasoning_score(const ViewportNavigation &navigation,
                                         const ObjectManipulation &manipulation,
                                         const ToolUsage &tool)
{
    SpatialReasoning result;
    result.navigation_efficiency =
        part_of({{{"viewport_navigation.path_efficiency", navigation.path_efficiency},
                  {"viewport_navigation.rotation_smoothness", navigation.rotation_smoothness},
                  {"viewport_navigation.zoom_appropriateness", navigation.zoom_appropriateness}}},
                result);
    result.manipulation_accuracy = part_of(
        {{{"object_manipulation.selection_accuracy", manipulation.selection_accuracy},
          {"object_manipulation.transformation_precision", manipulation.transformation_precision},
          {"object_manipulation.workflow_efficiency", manipulation.workflow_efficiency}}},
        result);
    result.tool_usage_efficiency =
        part_of({{{"tool_usage.appropriate_tool_selection", tool.appropriate_tool_selection},
                  {"tool_usage.tool_mastery_level", tool.tool_mastery_level},
                  {"tool_usage.workflow_optimization", tool.workflow_optimization}}},
                result);
    result.spatial_reasoning_score = weighted_mean({{{.4, result.navigation_efficiency},
                                                     {.4, result.manipulation_accuracy},
                                                     {.2, result.tool_usage_efficiency}}});
    return result;
}

} // namespace mvr::learning
