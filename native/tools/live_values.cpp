#include "tools/live_values.hpp"

namespace mvr::tools {

EvaluationShape evaluation_shape(const scene::Evaluation &evaluation)
{
    return {evaluation.passed, evaluation.score, {evaluation.evidence}, english(evaluation.unmet)};
}

store::ObservedActivitySums activity_sums(const scene::ActivityMetrics &metrics)
{
    return {metrics.changes,         metrics.view_changes,   metrics.moves,
            metrics.moves_by_object, metrics.active_seconds, metrics.total_seconds,
            metrics.path_length_m,   metrics.path_efficiency};
}

} // namespace mvr::tools
