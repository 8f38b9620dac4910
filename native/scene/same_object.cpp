#include "scene/same_object.hpp"

#include "scene/units.hpp"

#include <bit>
#include <cmath>
#include <string_view>

namespace mvr::scene {
namespace {

bool shifted(const Vec3 &a, const Vec3 &b) { return length(a - b) > length_epsilon_m; }

/// Scale and shear, which neither origin nor rotation shows, and the size of the body.
bool same_shape(const ObjectState &a, const ObjectState &b)
{
    for (std::size_t i = 0; i < a.world.m.size(); ++i) {
        const bool origin = i % 4 == 3;
        if (!origin && std::abs(a.world.m[i] - b.world.m[i]) > length_epsilon_m) return false;
    }
    return !shifted(a.region_half_size, b.region_half_size);
}

class Fnv1a {
  public:
    void add(std::uint64_t value)
    {
        for (int byte = 0; byte < 8; ++byte)
            add_byte(static_cast<unsigned char>(value >> (8 * byte)));
    }
    void add(double metres)
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

bool same_pose(const ObjectState &a, const ObjectState &b)
{
    // What is no number differs from nothing: it was not moved.
    return !shifted(a.world.origin(), b.world.origin()) &&
           !(angle_between(a.rotation, b.rotation) > angle_epsilon_rad);
}

bool same_object(const ObjectState &a, const ObjectState &b)
{
    return a.visible == b.visible && a.parent == b.parent && a.materials == b.materials &&
           a.properties == b.properties && same_pose(a, b) && same_shape(a, b);
}

std::uint64_t state_number(const ObjectState &object)
{
    Fnv1a sum;
    for (const double number : object.world.m)
        sum.add(number);
    sum.add(object.region_half_size.x);
    sum.add(object.region_half_size.y);
    sum.add(object.region_half_size.z);
    sum.add(std::uint64_t{object.visible});
    sum.add(std::string_view(object.parent));
    sum.add(static_cast<std::uint64_t>(object.materials.size()));
    for (const std::string &material : object.materials)
        sum.add(std::string_view(material));
    for (const auto &[name, property] : object.properties) {
        sum.add(std::string_view(name));
        add_property(sum, property);
    }
    return sum.value();
}

} // namespace mvr::scene
