#pragma once

#include "scene/findings.hpp"
#include "support/json.hpp"

namespace mvr::scene {

/// The evidence of one node and all below it, as `Evaluation::evidence` tells it.
Json evidence(const Findings &findings, NodeIndex index);

} // namespace mvr::scene
