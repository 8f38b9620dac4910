#pragma once

#include "session/session_run.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/typing.h>

namespace mvr::bindings {

using Dict = pybind11::typing::Dict<pybind11::str, pybind11::object>;

/// What came of a run since the last time, in order, as dicts with `kind` and `checkpoint_id`.
/// Thread: main, with the GIL.
pybind11::typing::List<Dict> take_outcomes(session::SessionRun &run);

} // namespace mvr::bindings
