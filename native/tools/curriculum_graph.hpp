#pragma once

// Which unit of a curriculum needs which, and whether curricula go together.

#include "learning/prerequisites.hpp"
#include "store/state.hpp"
#include "support/result.hpp"
#include "tools/curriculum.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace mvr::tools {

/// Units with their prerequisites; those of `prerequisite_mapping` are added to those that each
/// unit names.
/// Errors: Errc::invalid_argument for what is no unit of the curriculum; `field` is its place in
/// the arguments of process_knowledge_model.
Result<std::vector<learning::Unit>> curriculum_units(const ContentArchitecture &architecture);

/// How many prerequisites the units have, each counted once a unit.
std::int64_t count_dependencies(const std::vector<learning::Unit> &units);

/// Two curricula, each without a circle, may lock each other's units for good.
/// Errors: Errc::invalid_argument where the curriculum that is to be `domain`'s and those of the
/// other domains make a circle.
Result<void> check_together(const store::State &state, const std::string &domain,
                            const ContentArchitecture &architecture);

} // namespace mvr::tools
