#include "learning/try_course.hpp"
#include "session/outcome.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <string>

namespace py = pybind11;

namespace mvr::bindings {
namespace {

using learning::TryProgress;
using session::OrderBroken;
using session::RuleBroken;
using session::SlipCorrected;
using session::TryEnded;

void bind_try_ended(py::module_ &module)
{
    py::class_<TryEnded>(module, "TryEnded", R"doc(A try of a checkpoint ended.

Times are active seconds since the unit began.
)doc")
        .def_readonly("checkpoint_id", &TryEnded::checkpoint_id)
        .def_property_readonly(
            "outcome",
            [](const TryEnded &one) { return std::string(to_text(one.finished.ending)); },
            "\"passed\", \"failed\" or \"abandoned\".")
        .def_property_readonly(
            "cause", [](const TryEnded &one) { return std::string(to_text(one.finished.cause)); },
            "\"held\", \"submitted\", \"slip_left\" or \"unit_left\".")
        .def_property_readonly("corrected",
                               [](const TryEnded &one) { return one.finished.corrected; })
        .def_property_readonly("last_level_hint",
                               [](const TryEnded &one) { return one.finished.last_level_hint; })
        .def_property_readonly(
            "slips", [](const TryEnded &one) { return one.finished.slips; },
            "How often an order was violated in it.")
        .def_property_readonly(
            "self_corrected", [](const TryEnded &one) { return one.finished.self_corrected; },
            "How many of these were taken back before anything else was done.")
        .def_property_readonly("began_s",
                               [](const TryEnded &one) { return one.finished.began_seconds; })
        .def_property_readonly("ended_s",
                               [](const TryEnded &one) { return one.finished.ended_seconds; })
        .def_readonly("dwell_s", &TryEnded::dwell_seconds,
                      "How long a condition that passed had held.");
}

void bind_deeds(py::module_ &module)
{
    py::class_<OrderBroken>(module, "OrderBroken", "A step of an order was done too early.")
        .def_readonly("checkpoint_id", &OrderBroken::checkpoint_id)
        .def_readonly("at_s", &OrderBroken::seconds)
        .def_readonly("sentences", &OrderBroken::sentences,
                      "For that step, and for the one that is due.");
    py::class_<SlipCorrected>(module, "SlipCorrected",
                              "Undo took such a step back before anything else was done.")
        .def_readonly("checkpoint_id", &SlipCorrected::checkpoint_id)
        .def_readonly("at_s", &SlipCorrected::seconds);
    py::class_<RuleBroken>(module, "RuleBroken", "The learner did what a rule of the unit forbids.")
        .def_readonly("rule_id", &RuleBroken::rule_id)
        .def_readonly("at_s", &RuleBroken::seconds)
        .def_readonly("sentences", &RuleBroken::sentences, "What is wrong now.");
}

void bind_progress(py::module_ &module)
{
    py::class_<TryProgress>(module, "TryProgress", "How far a learner is with a checkpoint.")
        .def_readonly("begun", &TryProgress::begun,
                      "Handing in would end a try, or one has ended in this run.")
        .def_readonly("running", &TryProgress::running, "A try runs.")
        .def_readonly("changed", &TryProgress::changed,
                      "Something that the condition names changed since the last look.")
        .def_readonly("slipped", &TryProgress::slipped,
                      "An order is violated and can still be taken back.")
        .def_readonly("lost", &TryProgress::lost,
                      "The try failed by a violated order that still stands.")
        .def_readonly("corrected", &TryProgress::corrected,
                      "The learner was shown what is wrong in the try that runs.");
}

} // namespace

void init_outcomes(py::module_ &module)
{
    bind_try_ended(module);
    bind_deeds(module);
    bind_progress(module);
}

} // namespace mvr::bindings
