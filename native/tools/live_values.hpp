#pragma once

// What a live run says, in the shapes in which clients get it and the record keeps it.

#include "scene/activity.hpp"
#include "scene/evaluation.hpp"
#include "store/events.hpp"
#include "tools/scene_shapes.hpp"

namespace mvr::tools {

/// Its sentences become English texts.
EvaluationShape evaluation_shape(const scene::Evaluation &evaluation);

store::ObservedActivitySums activity_sums(const scene::ActivityMetrics &metrics);

} // namespace mvr::tools
