#pragma once

// What a live run says, in the shapes in which clients get it and the record keeps it.

#include "scene/activity.hpp"
#include "scene/evaluation.hpp"
#include "scene/object_state.hpp"
#include "store/events.hpp"
#include "tools/scene_shapes.hpp"

#include <string_view>

namespace mvr::tools {

/// Its sentences become English texts.
EvaluationShape evaluation_shape(const scene::Evaluation &evaluation);

/// The corners of an object's box, to a tenth of a millimetre.
store::ObjectBox object_box(std::string_view name, const scene::ObjectState &object);

store::ObservedActivitySums activity_sums(const scene::ActivityMetrics &metrics);

} // namespace mvr::tools
