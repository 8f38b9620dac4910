#pragma once

#include "store/sealed_row.hpp"

namespace mvr::store {

/// An event that waits in a spill file.
struct SpilledEvent {
    std::optional<vault::Pseudonym> learner; ///< none: it belongs to no learner
    Id id{};
    TimeMs time_ms = 0;
    vault::Bytes plain;
};

} // namespace mvr::store
