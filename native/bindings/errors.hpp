#pragma once

// bindings: the native program as a Python module. Every function runs on the thread that calls it,
// holds the GIL only around Python objects, and turns an error into one exception family.

#include "support/result.hpp"

#include <pybind11/pybind11.h>

#include <utility>

namespace mvr::bindings {

/// Creates the exception classes and the one translator from Failure to them.
void init_errors(pybind11::module_ &module);

/// What a Python exception says, once it was caught: a MallocVrError as it is, anything else as
/// Errc::internal. The caller holds the GIL.
Error error_of(const pybind11::error_already_set &raised);

/// The exception that belongs to an error, to be raised or handed over. The caller holds the GIL.
pybind11::object exception_of(const Error &error);

/// The value, or the error as the exception of its code.
template <class T> T unwrap(Result<T> result)
{
    if (!result) throw Failure(std::move(result).error());
    return std::move(result).value();
}

inline void unwrap(Result<void> result)
{
    if (!result) throw Failure(std::move(result).error());
}

} // namespace mvr::bindings
