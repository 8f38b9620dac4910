#include "tools/live_values.hpp"

#include <cmath>

namespace mvr::tools {
namespace {

/// A tenth of a millimetre is finer than any eye, and spares half of the digits.
double rounded_m(double metres) { return std::round(metres * 1e4) / 1e4; }

} // namespace

EvaluationShape evaluation_shape(const scene::Evaluation &evaluation)
{
    return {evaluation.passed, evaluation.score, {evaluation.evidence}, english(evaluation.unmet)};
}

store::ObjectBox object_box(std::string_view name, const scene::ObjectState &object)
{
    store::ObjectBox box{std::string(name), {}};
    box.corners.reserve(3 * object.bounds.size());
    for (const scene::Vec3 &corner : object.bounds) {
        for (const double each : {corner.x, corner.y, corner.z})
            box.corners.push_back(rounded_m(each));
    }
    return box;
}

store::ObservedActivitySums activity_sums(const scene::ActivityMetrics &metrics)
{
    return {metrics.changes,         metrics.view_changes,   metrics.moves,
            metrics.moves_by_object, metrics.active_seconds, metrics.total_seconds,
            metrics.path_length_m,   metrics.path_efficiency};
}

} // namespace mvr::tools
