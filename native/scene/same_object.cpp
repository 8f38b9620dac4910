#include "scene/same_object.hpp"

#include "scene/surface.hpp"
#include "scene/units.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <string_view>

namespace mvr::scene {
namespace {

/// Scale and shear, which neither origin nor rotation shows, and the size of the body.
bool same_shape(const ObjectState &a, const ObjectState &b)
{
    for (std::size_t i = 0; i < a.world.m.size(); ++i) {
        const bool origin = i % 4 == 3;
        if (!origin && std::abs(a.world.m[i] - b.world.m[i]) > length_epsilon_m) return false;
    }
    return !shifted(a.region_half_size, b.region_half_size);
}

/// An edit of the mesh that leaves the box as it was.
std::uint64_t surface_of(const ObjectState &object)
{
    return object.surface ? object.surface->fingerprint() : 0;
}

class Fnv1a {
  public:
    void add(std::uint64_t value)
    {
        for (int byte = 0; byte < 8; ++byte)
            add_byte(static_cast<unsigned char>(value >> (8 * byte)));
    }
    void add(double metres) // or radians
    {
        constexpr double largest = 1e9; // beyond, and for what is no number, the bits themselves
        const bool rounds = std::abs(metres) < largest;
        add(rounds ? static_cast<std::uint64_t>(std::llround(metres / length_epsilon_m))
                   : std::bit_cast<std::uint64_t>(metres));
    }
    void add(std::string_view text)
    {
        add(static_cast<std::uint64_t>(text.size()));
        for (const char c : text)
            add_byte(static_cast<unsigned char>(c));
    }
    std::uint64_t value() const { return value_; }

  private:
    void add_byte(unsigned char byte) { value_ = (value_ ^ byte) * 1099511628211U; }

    std::uint64_t value_ = 14695981039346656037U;
};

void add_point(Fnv1a &sum, const Vec3 &point)
{
    sum.add(point.x);
    sum.add(point.y);
    sum.add(point.z);
}

void add_mesh(Fnv1a &sum, const MeshCounts &mesh)
{
    for (const std::size_t count : {mesh.vertices, mesh.edges, mesh.faces})
        sum.add(static_cast<std::uint64_t>(count));
    if (mesh.open_edges) sum.add(static_cast<std::uint64_t>(*mesh.open_edges));
}

void add_property(Fnv1a &sum, const Property &property)
{
    sum.add(static_cast<std::uint64_t>(property.index()));
    if (const auto *flag = std::get_if<bool>(&property)) sum.add(std::uint64_t{*flag});
    if (const auto *whole = std::get_if<std::int64_t>(&property)) {
        sum.add(static_cast<std::uint64_t>(*whole));
    }
    if (const auto *number = std::get_if<double>(&property)) {
        sum.add(std::bit_cast<std::uint64_t>(*number));
    }
    if (const auto *text = std::get_if<std::string>(&property)) sum.add(std::string_view(*text));
}

} // namespace

bool shifted(const Vec3 &a, const Vec3 &b) { return length(a - b) > length_epsilon_m; }

bool is_measurable(const Pose &pose) { return is_finite(pose.origin) && is_finite(pose.rotation); }

bool is_measurable(const ObjectState &object) { return is_measurable(pose_of(object)); }

/// A mesh that was moved or turned as a whole in Edit Mode has the same pose and size; only where
/// its corners are tells.
bool same_bounds(const ObjectState &a, const ObjectState &b)
{
    for (std::size_t i = 0; i < a.bounds.size(); ++i) {
        if (shifted(a.bounds[i], b.bounds[i])) return false;
    }
    return true;
}

bool same_pose(const Pose &a, const Pose &b)
{
    // What is no number differs from nothing: it was not moved.
    return !shifted(a.origin, b.origin) &&
           !(angle_between(a.rotation, b.rotation) > angle_epsilon_rad);
}

bool same_object(const ObjectState &a, const ObjectState &b)
{
    return a.visible == b.visible && a.parent == b.parent &&
           a.is_parent_of_lesson == b.is_parent_of_lesson && a.materials == b.materials &&
           a.modifiers == b.modifiers && a.properties == b.properties &&
           same_pose(pose_of(a), pose_of(b)) && !is_half_turn_or_more(a.channels, b.channels) &&
           same_shape(a, b) && same_bounds(a, b) && surface_of(a) == surface_of(b) &&
           a.mesh == b.mesh;
}

std::uint64_t state_number(const ObjectState &object)
{
    Fnv1a sum;
    for (const double number : object.world.m)
        sum.add(number);
    if (object.channels)
        for (const double angle_rad : object.channels->angles_rad)
            sum.add(angle_rad);
    add_point(sum, object.region_half_size);
    for (const std::size_t corner :
         std::array<std::size_t, 4>{0, 1, 2, 4}) // four corners fix an affine box
        add_point(sum, object.bounds[corner]);
    sum.add(surface_of(object));
    if (object.mesh) add_mesh(sum, *object.mesh);
    sum.add(std::uint64_t{object.visible});
    sum.add(std::string_view(object.parent));
    sum.add(std::uint64_t{object.is_parent_of_lesson});
    sum.add(static_cast<std::uint64_t>(object.materials.size()));
    for (const std::string &material : object.materials)
        sum.add(std::string_view(material));
    sum.add(static_cast<std::uint64_t>(object.modifiers.size()));
    for (const Modifier &modifier : object.modifiers) {
        sum.add(std::string_view(modifier.type));
        sum.add(std::string_view(modifier.name));
        sum.add(std::uint64_t{modifier.shown});
    }
    for (const auto &[name, property] : object.properties) {
        sum.add(std::string_view(name));
        add_property(sum, property);
    }
    return sum.value();
}

std::uint64_t state_number(const Answer &answer)
{
    Fnv1a sum;
    sum.add(static_cast<std::uint64_t>(answer.index()));
    if (const auto *text = std::get_if<std::string>(&answer)) sum.add(std::string_view(*text));
    if (const auto *number = std::get_if<double>(&answer))
        sum.add(std::bit_cast<std::uint64_t>(*number));
    if (const auto *texts = std::get_if<std::vector<std::string>>(&answer)) {
        for (const std::string &text : *texts)
            sum.add(std::string_view(text));
    }
    return sum.value();
}

} // namespace mvr::scene
