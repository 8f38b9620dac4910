#pragma once

#include <string>
#include <string_view>

namespace mvr::scene {

/// What Blender's menu calls a type of modifiers, e.g. "Subdivision Surface" for "SUBSURF". Only
/// the types whose name differs from their identifier are known by heart; the identifier of any
/// other one, also of a later Blender, is written as a title: "EDGE_SPLIT" is "Edge Split".
/// Those of Grease Pencil keep these words in front. Source: the items of `Modifier.type` in
/// Blender 4.4 and 5.2.
std::string modifier_label(std::string_view type);

} // namespace mvr::scene
