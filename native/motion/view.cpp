#include "motion/view.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mvr::motion {
namespace {

constexpr double best_occupancy = .35;
constexpr double least_framed = .2;
constexpr double most_framed = .7;
constexpr double cell_rad = std::numbers::pi / 6;

std::int32_t cell_of(double value, double size)
{
    return static_cast<std::int32_t>(std::floor(value / size));
}

} // namespace

std::optional<double> zoom_appropriateness(double occupancy)
{
    if (!std::isfinite(occupancy) || occupancy <= 0) return std::nullopt;
    const double z = std::log2(occupancy / best_occupancy);
    return std::exp(-z * z / 2);
}

void FramedTime::add(const Occupancy &seen)
{
    all_seconds_ += seen.seconds;
    if (seen.share >= least_framed && seen.share <= most_framed) framed_seconds_ += seen.seconds;
}

std::optional<double> FramedTime::share() const
{
    if (all_seconds_ <= 0) return std::nullopt;
    return framed_seconds_ / all_seconds_;
}

std::optional<double> well_framed_share(std::span<const Occupancy> seen)
{
    FramedTime time;
    for (const Occupancy &each : seen)
        time.add(each);
    return time.share();
}

std::optional<double> view_changes_per_operation(int view_changes, int operations)
{
    if (operations <= 0) return std::nullopt;
    return static_cast<double>(view_changes) / operations;
}

std::int32_t view_cell(const Vec3 &eye, const Vec3 &focus)
{
    const Vec3 from = eye - focus;
    const double distance_m = length(from);
    if (!(distance_m > 0)) return 0;
    // Twelve sectors and six bands; the last edge belongs to the last cell.
    const double azimuth_rad = std::atan2(from.y, from.x) + std::numbers::pi;
    const double elevation_rad =
        std::asin(std::clamp(from.z / distance_m, -1.0, 1.0)) + std::numbers::pi / 2;
    const std::int32_t sector = std::min(cell_of(azimuth_rad, cell_rad), 11);
    const std::int32_t band = std::min(cell_of(elevation_rad, cell_rad), 5);
    const auto doubling = static_cast<std::int32_t>(std::floor(std::log2(distance_m)));
    return 1 + sector + 12 * band + 72 * (std::clamp(doubling, -64, 64) + 64);
}

void ViewCells::visit(std::int32_t cell)
{
    ++counts_[cell];
    ++visits_;
    now_ = cell;
}

void ViewCells::enter(std::int32_t cell)
{
    if (now_ != cell) visit(cell);
}

std::optional<double> ViewCells::entropy_nats() const
{
    if (visits_ == 0) return std::nullopt;
    double sum = 0;
    for (const auto &[cell, count] : counts_) {
        const double p = static_cast<double>(count) / visits_;
        sum -= p * std::log(p);
    }
    return std::max(sum, 0.0); // not -0
}

std::optional<double> revisit_entropy_nats(std::span<const std::int32_t> visits)
{
    ViewCells cells;
    for (const std::int32_t cell : visits)
        cells.visit(cell);
    return cells.entropy_nats();
}

} // namespace mvr::motion
