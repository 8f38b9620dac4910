#pragma once

#include "support/json.hpp"

namespace mvr::store {

/// Brings the payload of an older version of an event to the next version. Thread: any.
using Upcaster = Json (*)(const Json &payload);

/// The member, or `fallback` where it is missing.
inline Json member_or(const Json &payload, const char *name, const Json &fallback)
{
    const auto found = payload.find(name);
    return found == payload.end() ? fallback : *found;
}

} // namespace mvr::store
