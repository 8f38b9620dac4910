#include "bindings/outcome_dicts.hpp"

#include <pybind11/stl.h>

#include <variant>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

struct OutcomeDict {
    Dict operator()(const session::TryEnded &outcome) const
    {
        const learning::FinishedTry &ended = outcome.finished;
        return Dict(py::dict("kind"_a = "try_ended", "checkpoint_id"_a = outcome.checkpoint_id,
                             "outcome"_a = learning::to_text(ended.ending),
                             "cause"_a = learning::to_text(ended.cause), "own"_a = ended.own(),
                             "corrected"_a = ended.corrected,
                             "last_level_hint"_a = ended.last_level_hint, "slips"_a = ended.slips,
                             "self_corrected"_a = ended.self_corrected,
                             "began_s"_a = ended.began_seconds, "ended_s"_a = ended.ended_seconds,
                             "dwell_s"_a = outcome.dwell_seconds));
    }
    Dict operator()(const session::OrderBroken &outcome) const
    {
        return Dict(py::dict("kind"_a = "order_broken", "checkpoint_id"_a = outcome.checkpoint_id,
                             "at_s"_a = outcome.seconds, "sentences"_a = outcome.sentences));
    }
    Dict operator()(const session::RuleBroken &outcome) const
    {
        return Dict(py::dict("kind"_a = "rule_broken", "rule_id"_a = outcome.rule_id,
                             "at_s"_a = outcome.seconds, "sentences"_a = outcome.sentences));
    }
    Dict operator()(const session::SlipCorrected &outcome) const
    {
        return Dict(py::dict("kind"_a = "slip_corrected", "checkpoint_id"_a = outcome.checkpoint_id,
                             "at_s"_a = outcome.seconds));
    }
};

} // namespace

py::typing::List<Dict> take_outcomes(session::SessionRun &run)
{
    py::typing::List<Dict> list;
    for (const session::Outcome &outcome : run.take_outcomes())
        list.append(std::visit(OutcomeDict(), outcome));
    return list;
}

} // namespace mvr::bindings
