#pragma once

// Described values between native and Python, without a text between: a described struct is the
// dataclass that was made from its description, a list a tuple, a map a dict. Holds the GIL.
// Thread: main.

#include "support/described_value.hpp"
#include "support/value_tape.hpp"

#include <pybind11/pybind11.h>

namespace mvr::bindings {

/// Has the struct of the class's name become this dataclass from now on.
void register_dataclass(const pybind11::type &dataclass);

/// A described struct for which no class is registered becomes a dict.
pybind11::object to_python(const DescribedValue &value);

/// Lays a dataclass, or a dict, with all that it holds on `tape`. A member of a dataclass that is
/// None and has None as its default is left out. `value` must live as long as the tape's view is
/// used. Throws Failure (invalid_argument) for what JSON has not, with its place.
void from_python(const pybind11::handle &value, ValueTape &tape);

} // namespace mvr::bindings
