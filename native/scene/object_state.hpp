#pragma once

#include "scene/euler_channels.hpp"
#include "scene/geometry.hpp"
#include "scene/mesh_counts.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace mvr::scene {

class Surface;

/// The value of a custom property of a Blender object.
using Property = std::variant<bool, std::int64_t, double, std::string>;

/// A modifier of an object.
struct Modifier {
    std::string type; ///< Blender's `Modifier.type`, e.g. "SUBSURF"
    std::string name;
    bool shown = true; ///< in the viewport

    friend bool operator==(const Modifier &, const Modifier &) = default;
};
using ModifierList = std::vector<Modifier>;

/// One object as it stands at one moment.
struct ObjectState {
    std::string name;
    std::string uuid;                      ///< the lesson's own id of the object; may be empty
    Mat4 world;                            ///< local to world, metres, with scale
    Quat rotation;                         ///< of `world`, without scale
    std::optional<EulerChannels> channels; ///< of its own; nothing where it has no Euler angles
    std::array<Vec3, 8> bounds;            ///< corners of the bounding box, in the world
    /// Half the size of the object as a region, along its own axes and before its scale: of the
    /// mesh's bounding box, or of the cube that an empty draws. The region's centre is that of
    /// `bounds`.
    Vec3 region_half_size;
    std::string type; ///< Blender's `Object.type`, e.g. "MESH"
    bool visible = true;
    /// Name of the parent object, in the lesson if that names it, else in the file; empty without.
    std::string parent;
    /// Whether the parent is the lesson's object of that name; another may have taken the name of
    /// one that was renamed.
    bool is_parent_of_lesson = true;
    std::vector<std::string> materials;
    ModifierList modifiers; ///< in the order in which they work
    std::map<std::string, Property> properties;
    /// Its triangles, local, with modifiers; only of objects that a condition asks the surface of
    /// (`Condition::surface_names`), and only of those that have any. Without it the faces of the
    /// box stand for it.
    std::shared_ptr<const Surface> surface = {};
    /// Of the mesh that it is, without modifiers; only of objects that a condition asks it of
    /// (`Condition::mesh_names`).
    std::optional<MeshCounts> mesh = {};
};

/// Origin and rotation of an object in the world.
struct Pose {
    Vec3 origin;
    Quat rotation;
};

inline Pose pose_of(const ObjectState &object) { return {object.world.origin(), object.rotation}; }

} // namespace mvr::scene
