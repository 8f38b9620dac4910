#pragma once

#include "scene/object_state.hpp"
#include "scene/predicate_parts.hpp"
#include "scene/units.hpp"
#include "support/describe.hpp"
#include "support/json.hpp"

#include <optional>
#include <string>
#include <string_view>

// What a predicate asked, as evidence shows it.

namespace mvr::scene {

Json property_json(const Property &value);

/// {min, max, tolerance}, what there is of them.
Json limit_json(const Range &range);

/// A limit of its own name, with its unit when it has one.
Json limit_with_unit(const Range &range);

/// Sets `limit` and `unit`.
void add_range(Json &out, const Range &range);

/// One described member of another type, under its name; an empty one is left out.
void add_asked(Json &out, std::string_view name, ObjectIndex object, const Findings &findings);
void add_asked(Json &out, std::string_view name, const std::optional<ObjectIndex> &object,
               const Findings &findings);
void add_asked(Json &out, std::string_view name, const Target &to, const Findings &findings);
void add_asked(Json &out, std::string_view name, const Axis &axis, const Findings &findings);
void add_asked(Json &out, std::string_view name, const std::optional<Axis> &axis,
               const Findings &findings);

template <SpelledEnum E> void add_asked(Json &out, std::string_view name, E value, const Findings &)
{
    out[std::string(name)] = std::string(EnumText<E>::to_text(value));
}

} // namespace mvr::scene
