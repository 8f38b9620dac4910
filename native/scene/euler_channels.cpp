#include "scene/euler_channels.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

namespace mvr::scene {
namespace {

constexpr std::array<std::string_view, 6> modes{"XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX"};
constexpr std::array<Vec3, 3> axes{Vec3{1, 0, 0}, Vec3{0, 1, 0}, Vec3{0, 0, 1}};

/// What single precision and a typed half turn lose.
constexpr double slack_rad = 1e-3;
constexpr double step_rad = std::numbers::pi / 8;
constexpr double limit_rad = 100 * 2 * std::numbers::pi;

double furthest(const EulerChannels &from, const EulerChannels &to)
{
    double most = 0;
    for (std::size_t i = 0; i < 3; ++i)
        most = std::max(most, std::abs(to.angles_rad[i] - from.angles_rad[i]));
    return most;
}

EulerChannels mixed(const EulerChannels &from, const EulerChannels &to, double share)
{
    EulerChannels made = to;
    for (std::size_t i = 0; i < 3; ++i)
        made.angles_rad[i] = std::lerp(from.angles_rad[i], to.angles_rad[i], share);
    return made;
}

} // namespace

std::optional<EulerChannels> euler_channels(std::string_view rotation_mode,
                                            const std::array<double, 3> &angles_rad)
{
    if (std::ranges::find(modes, rotation_mode) == modes.end()) return std::nullopt;
    EulerChannels made{.angles_rad = angles_rad};
    for (std::size_t i = 0; i < 3; ++i)
        made.order[i] = static_cast<std::size_t>(rotation_mode[i] - 'X');
    return made;
}

Quat rotation_of(const EulerChannels &channels)
{
    Quat made;
    for (const std::size_t axis : channels.order)
        made = about(axes[axis], channels.angles_rad[axis]) * made;
    return made;
}

bool is_half_turn_or_more(const std::optional<EulerChannels> &from,
                          const std::optional<EulerChannels> &to)
{
    return from && to && from->order == to->order &&
           furthest(*from, *to) > std::numbers::pi - slack_rad;
}

std::vector<Quat> rotations_between(const Orientation &from, const Orientation &to)
{
    if (!is_half_turn_or_more(from.channels, to.channels)) return {};
    const double most = furthest(*from.channels, *to.channels);
    const Quat outside = to.rotation * conjugate(rotation_of(*to.channels));
    const Quat begin = outside * rotation_of(*from.channels);
    if (!(most <= limit_rad) || angle_between(begin, from.rotation) > slack_rad) return {};
    const auto steps = static_cast<std::size_t>(std::ceil(most / step_rad));
    std::vector<Quat> way;
    for (std::size_t i = 1; i < steps; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(steps);
        way.push_back(outside * rotation_of(mixed(*from.channels, *to.channels, share)));
    }
    return way;
}

} // namespace mvr::scene
