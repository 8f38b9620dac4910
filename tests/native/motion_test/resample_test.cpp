#include "generated.hpp"
#include "motion/resample.hpp"
#include "motion/smoothness.hpp"
#include "motion/zero_phase_filter.hpp"
#include "support/error.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

#include <numbers>

using namespace mvr;
using namespace mvr::motion;

namespace {

void check_equal(const std::vector<double> &got, const std::vector<double> &wanted)
{
    REQUIRE(got.size() == wanted.size());
    for (std::size_t i = 0; i < got.size(); ++i) {
        CAPTURE(i);
        CHECK(got[i] == Approx(wanted[i]).margin(1e-9));
    }
}

std::vector<TimedPoint> points_of(const Json &rows)
{
    std::vector<TimedPoint> points;
    for (const Json &row : rows)
        points.push_back({row.at(0), {row.at(1), row.at(2), row.at(3)}});
    return points;
}

} // namespace

TEST_CASE("the low-pass gives what scipy's filtfilt gives", "[motion][filter]")
{
    const Json section = motion_vectors("filter");
    const auto values = numbers(section.at("values"));
    for (const Json &row : section.at("rows")) {
        CAPTURE(row.at("rate_hz").get<double>());
        check_equal(low_passed(values, row.at("rate_hz"), row.at("cut_off_hz")),
                    numbers(row.at("filtered")));
    }
}

TEST_CASE("the low-pass leaves a constant and a straight line as they are", "[motion][filter]")
{
    std::vector<double> line;
    for (int i = 0; i < 40; ++i)
        line.push_back(3 - .25 * i);

    check_equal(low_passed(std::vector<double>(40, 2.5), 60), std::vector<double>(40, 2.5));
    const auto filtered = low_passed(line, 60);
    for (std::size_t i = 12; i < 28; ++i) // away from the ends, where the filter begins at rest
        CHECK(filtered[i] == Approx(line[i]).margin(.02));
}

TEST_CASE("the low-pass halves a wave at its cut-off", "[motion][filter]")
{
    std::vector<double> wave;
    for (int i = 0; i < 600; ++i)
        wave.push_back(std::sin(2 * std::numbers::pi * 10 * i / 60));
    const auto filtered = low_passed(wave, 60);

    for (std::size_t i = 200; i < 400; ++i)
        CHECK(filtered[i] == Approx(wave[i] / 2).margin(1e-6));
}

TEST_CASE("too few values, or a cut-off above half of the rate, cannot be filtered",
          "[motion][filter]")
{
    CHECK(low_passed(std::vector<double>(9, 1.0), 60).empty());
    CHECK_THROWS_AS(low_passed(std::vector<double>(40, 1.0), 20, 10), Failure);
}

TEST_CASE("a movement of uneven times has the speeds, arc length and jerk of the reference",
          "[motion][resample]")
{
    const Json row = motion_vectors("trajectory");
    const auto points = points_of(row.at("points"));
    const SpeedProfile profile = speed_profile(points);

    check_equal(profile.speeds, numbers(row.at("speeds")));
    CHECK(spectral_arc_length(profile).value() ==
          Approx(row.at("arc_length").get<double>()).epsilon(1e-8));
    CHECK(log_dimensionless_jerk(profile).value() ==
          Approx(row.at("jerk").get<double>()).epsilon(1e-8));
}

TEST_CASE("a turn of uneven times has the angular speeds of the reference", "[motion][resample]")
{
    const Json row = motion_vectors("turn");
    std::vector<TimedRotation> turn;
    for (const Json &each : row.at("rotations"))
        turn.push_back({each.at(0), {each.at(1), each.at(2), each.at(3), each.at(4)}});
    const SpeedProfile profile = angular_speed_profile(turn);

    check_equal(profile.speeds, numbers(row.at("speeds")));
    CHECK(spectral_arc_length(profile).value() ==
          Approx(row.at("arc_length").get<double>()).epsilon(1e-7));
}

TEST_CASE("a gap ends a movement, and what is too short is left out", "[motion][resample]")
{
    std::vector<TimedPoint> points;
    for (int i = 0; i < 40; ++i)
        points.push_back({i * .02, {i * .01, 0, 0}}); // 0 to 0.78 s
    for (int i = 0; i < 10; ++i)
        points.push_back({2 + i * .02, {}}); // 0.18 s: too short
    for (int i = 0; i < 31; ++i)
        points.push_back({4 + i * .02, {}});
    const auto found = stretches(points);

    REQUIRE(found.size() == 2);
    CHECK(found[0].size() == 40);
    CHECK(found[1].front().seconds == 4);
    CHECK(stretches(points, 10).size() == 1);
}

TEST_CASE("where a movement is and how it is turned changes no speed", "[motion][property]")
{
    for (unsigned seed = 0; seed < 60; ++seed) {
        CAPTURE(seed);
        Movements some(seed);
        auto points = some.movement(72, 100);
        const SpeedProfile before = speed_profile(points);
        const Quat turn = some.rotation();
        const double later_seconds = some.between(0, 1000);
        for (TimedPoint &each : points) {
            each.point = scene::rotate(turn, each.point) + Vec3{3, -5, 2};
            each.seconds += later_seconds;
        }
        const SpeedProfile after = speed_profile(points);

        REQUIRE(after.speeds.size() == before.speeds.size());
        for (std::size_t i = 0; i < before.speeds.size(); ++i)
            REQUIRE(after.speeds[i] == Approx(before.speeds[i]).margin(1e-7));
    }
}
