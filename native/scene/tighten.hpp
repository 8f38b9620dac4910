#pragma once

#include "scene/program.hpp"

namespace mvr::scene {

/// The program with `factor` (0.5 to 1) of the margin that its limits leave; see
/// `Condition::tightened` for what that is.
Program tightened(Program program, double factor);

/// Narrows one range: between two limits the middle stays; under one maximum, zero does.
void narrow(Range &range, double factor);

} // namespace mvr::scene
