// Summed up look by look, a history of looks comes to what it comes to as a whole.

#include "generated.hpp"
#include "motion/movement_sums.hpp"
#include "motion/path.hpp"
#include "motion/resample.hpp"
#include "motion/smoothness.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace mvr;
using namespace mvr::motion;

namespace {

/// Rests, turns, gaps and long swings, ten looks a second.
std::vector<Look> history(unsigned seed, int count)
{
    Movements some(seed);
    std::vector<Look> looks;
    double angle_rad = 0;
    double pace_rad = 0;
    double seconds = 0;
    for (int i = 0; i < count; ++i) {
        if (some.between(0, 1) < .06)
            pace_rad = some.between(0, 1) < .4 ? 0 : some.between(.01, .2);
        if (seed % 4 == 3) pace_rad = .05 + .01 * some.between(0, 1); // never at rest
        const bool begins = looks.empty() || some.between(0, 1) < .01;
        seconds += begins ? 2 : some.between(.08, .12);
        angle_rad += pace_rad;
        const Vec3 eye{5 * std::cos(angle_rad), 5 * std::sin(angle_rad), .1 * angle_rad};
        looks.push_back(
            {seconds, eye, scene::about({0, 0, 1}, angle_rad), pace_rad > 0 && !begins, begins});
    }
    return looks;
}

/// From the last look at rest to the first one at rest for long enough.
std::vector<std::vector<Look>> movements_of(const std::vector<Look> &looks)
{
    std::vector<std::vector<Look>> found;
    bool is_moving = false;
    double moved_seconds = 0;
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const Look &now = looks[i];
        const bool rests =
            is_moving && !now.moved && now.seconds - moved_seconds >= MovementSums::rest_seconds;
        if (now.begins || rests) is_moving = false;
        if (now.moved && !now.begins) {
            if (!is_moving) found.push_back({looks[i - 1]});
            is_moving = true;
            moved_seconds = now.seconds;
        }
        if (is_moving) found.back().push_back(now);
    }
    return found;
}

std::vector<std::vector<TimedRotation>> stretches_of(const std::vector<Look> &movement)
{
    std::vector<std::vector<TimedRotation>> all(1);
    for (const Look &look : movement) {
        all.back().push_back({look.seconds, look.rotation});
        if (look.seconds - all.back().front().seconds >= MovementSums::longest_stretch_seconds)
            all.push_back({{look.seconds, look.rotation}});
    }
    return all;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    const std::size_t half = values.size() / 2;
    return values.size() % 2 ? values[half] : (values[half - 1] + values[half]) / 2;
}

struct Whole {
    double way_m = 0, chord_m = 0, turned_rad = 0, turn_rad = 0;
    std::vector<double> arcs, jerks;
};

Whole whole_of(const std::vector<std::vector<Look>> &movements)
{
    Whole whole;
    for (const auto &movement : movements) {
        for (std::size_t i = 1; i < movement.size(); ++i) {
            whole.way_m += length(movement[i].eye - movement[i - 1].eye);
            whole.turned_rad +=
                scene::angle_between(movement[i - 1].rotation, movement[i].rotation);
        }
        whole.chord_m += length(movement.back().eye - movement.front().eye);
        whole.turn_rad += scene::angle_between(movement.front().rotation, movement.back().rotation);
        for (const auto &turn : stretches_of(movement)) {
            if (turn.back().seconds - turn.front().seconds < shortest_movement_seconds) continue;
            const SpeedProfile profile = angular_speed_profile(turn);
            if (const auto arc = spectral_arc_length(profile)) whole.arcs.push_back(*arc);
            if (const auto jerk = log_dimensionless_jerk(profile)) whole.jerks.push_back(*jerk);
        }
    }
    return whole;
}

void check_same(const std::optional<double> &found, bool is_there, double wanted)
{
    REQUIRE(found.has_value() == is_there);
    if (found) CHECK(*found == Approx(wanted).epsilon(1e-12));
}

} // namespace

TEST_CASE("looks summed up one by one come to what they come to together, at any moment",
          "[motion][watch]")
{
    for (unsigned seed = 0; seed < 24; ++seed) {
        CAPTURE(seed);
        const std::vector<Look> looks = history(seed, 600);
        MovementSums sums;
        std::vector<Look> until_now;
        for (const Look &look : looks) {
            sums.add(look);
            until_now.push_back(look);
            if (until_now.size() % 75 != 0) continue;
            const auto movements = movements_of(until_now);
            const Whole whole = whole_of(movements);
            const MovementSums::Result found = sums.result();
            REQUIRE(found.movements == static_cast<int>(movements.size()));
            check_same(found.path_efficiency, whole.way_m > 0, whole.chord_m / whole.way_m);
            check_same(found.rotation_efficiency, whole.turned_rad > 0,
                       std::min(1.0, whole.turn_rad / whole.turned_rad));
            check_same(found.arc_length, !whole.arcs.empty(),
                       whole.arcs.empty() ? 0 : median(whole.arcs));
            check_same(found.jerk, !whole.jerks.empty(),
                       whole.jerks.empty() ? 0 : median(whole.jerks));
        }
    }
}

TEST_CASE("whoever never rests is measured all the same, in stretches", "[motion][watch]")
{
    const std::vector<Look> looks = history(3, 1'200); // two minutes in one swing
    MovementSums sums;
    for (const Look &look : looks)
        sums.add(look);
    const auto longest =
        std::ranges::max(stretches_of(looks), {}, &std::vector<TimedRotation>::size);

    CHECK(sums.result().arc_length.has_value());
    CHECK(longest.back().seconds - longest.front().seconds <
          MovementSums::longest_stretch_seconds + .5);
}
