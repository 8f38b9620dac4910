#include "motion/movement_sums.hpp"

#include "motion/resample.hpp"
#include "motion/smoothness.hpp"

#include <algorithm>

namespace mvr::motion {
namespace {

std::optional<double> median(std::vector<double> values)
{
    if (values.empty()) return std::nullopt;
    const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, half);
    if (values.size() % 2 == 1) return *half;
    return (*std::max_element(values.begin(), half) + *half) / 2;
}

std::optional<double> share(double part, double whole)
{
    if (!(whole > 0)) return std::nullopt;
    return std::clamp(part / whole, 0.0, 1.0);
}

} // namespace

void MovementSums::add(const Look &look)
{
    const bool rests = open_ && !look.moved && look.seconds - open_->moved_seconds >= rest_seconds;
    if (look.begins || rests) end();
    if (look.moved && !look.begins && before_) {
        if (!open_) begin();
        open_->moved_seconds = look.seconds;
    }
    if (open_) follow(look);
    before_ = look;
}

/// From the last look at rest on.
void MovementSums::begin()
{
    open_.emplace();
    open_->first = open_->last = *before_;
    open_->turn.push_back({before_->seconds, before_->rotation});
}

void MovementSums::follow(const Look &look)
{
    open_->way_m += length(look.eye - open_->last.eye);
    open_->turned_rad += scene::angle_between(open_->last.rotation, look.rotation);
    open_->last = look;
    open_->turn.push_back({look.seconds, look.rotation});
    if (look.seconds - open_->turn.front().seconds < longest_stretch_seconds) return;
    measure(open_->turn, smoothness_);
    open_->turn.assign(1, {look.seconds, look.rotation});
}

void MovementSums::end()
{
    if (!open_) return;
    closed_ = with(closed_, *open_);
    measure(open_->turn, smoothness_);
    open_.reset();
}

MovementSums::Way MovementSums::with(const Way &closed, const Open &open)
{
    Way all = closed;
    ++all.movements;
    all.way_m += open.way_m;
    all.chord_m += length(open.last.eye - open.first.eye);
    all.turned_rad += open.turned_rad;
    all.turn_rad += scene::angle_between(open.first.rotation, open.last.rotation);
    return all;
}

void MovementSums::measure(const std::vector<TimedRotation> &turn, Smoothness &into)
{
    // Looks of one movement lie close enough together; only too short ones fall out here.
    for (const auto part : stretches(turn, longest_stretch_seconds)) {
        const SpeedProfile profile = angular_speed_profile(part);
        if (const auto arc = spectral_arc_length(profile)) into.arc_lengths.push_back(*arc);
        if (const auto jerk = log_dimensionless_jerk(profile)) into.jerks.push_back(*jerk);
    }
}

MovementSums::Result MovementSums::result() const
{
    Way way = closed_;
    Smoothness smoothness = smoothness_;
    if (open_) {
        way = with(closed_, *open_);
        measure(open_->turn, smoothness);
    }
    return {way.movements, share(way.chord_m, way.way_m), share(way.turn_rad, way.turned_rad),
            median(std::move(smoothness.arc_lengths)), median(std::move(smoothness.jerks))};
}

} // namespace mvr::motion
