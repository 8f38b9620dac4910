#pragma once

// A, assessment: the spatial reasoning score of work in the 3D view.

#include <optional>
#include <string>
#include <vector>

namespace mvr::learning {

/// Each metric in [0, 1], 1 is best; absent if it was not measured.
struct ViewportNavigation {
    std::optional<double> path_efficiency;
    std::optional<double> rotation_smoothness;
    std::optional<double> zoom_appropriateness;
};

struct ObjectManipulation {
    std::optional<double> selection_accuracy;
    std::optional<double> transformation_precision;
    std::optional<double> workflow_efficiency;
};

struct ToolUsage {
    std::optional<double> appropriate_tool_selection;
    std::optional<double> tool_mastery_level;
    std::optional<double> workflow_optimization;
};

/// A score and what it rests on. A part is the mean of its metrics that were there.
struct SpatialReasoning {
    std::optional<double> spatial_reasoning_score;
    std::optional<double> navigation_efficiency;
    std::optional<double> manipulation_accuracy;
    std::optional<double> tool_usage_efficiency;
    std::vector<std::string> present; ///< e.g. "viewport_navigation.path_efficiency"
    std::vector<std::string> missing; ///< the others of the nine
};

/// .4 navigation + .4 manipulation + .2 tool usage. A part without any metric is left out and the
/// weights of the others are scaled to 1; without any part there is no score. (The specification
/// puts .5 for a missing metric, which rewards not measuring.)
/// Throws Failure on a metric outside [0, 1].
/// Source: pathway specification P2.2, "calculate_spatial_reasoning_score". Thread: any.
SpatialReasoning spatial_reasoning_score(const ViewportNavigation &navigation,
                                         const ObjectManipulation &manipulation,
                                         const ToolUsage &tool);

} // namespace mvr::learning
