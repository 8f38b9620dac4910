#include "generated.hpp"
#include "motion/resample.hpp"
#include "motion/smoothness.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::motion;

TEST_CASE("arc length and jerk are those of the reference profiles", "[motion][smoothness]")
{
    for (const Json &row : motion_vectors("smoothness")) {
        CAPTURE(row.at("name").get<std::string>());
        const SpeedProfile profile = profile_of(row);

        CHECK(spectral_arc_length(profile).value() ==
              Approx(row.at("arc_length").get<double>()).epsilon(1e-9));
        CHECK(log_dimensionless_jerk(profile).value() ==
              Approx(row.at("jerk").get<double>()).epsilon(1e-9));
    }
}

TEST_CASE("the gaussian profile has the values that the authors print", "[motion][smoothness]")
{
    // Balasubramanian's code, docstrings of sparc and log_dimensionless_jerk.
    const SpeedProfile profile = profile_of(motion_vectors("smoothness").at(0));

    CHECK(spectral_arc_length(profile).value() == Approx(-1.41403).margin(5e-6));
    CHECK(log_dimensionless_jerk(profile).value() == Approx(-5.81636).margin(5e-6));
}

TEST_CASE("a tremor below the threshold is seen by the jerk alone", "[motion][smoothness]")
{
    const Json rows = motion_vectors("smoothness");
    const SpeedProfile calm = profile_of(rows.at(1));
    const SpeedProfile trembling = profile_of(rows.at(3));

    CHECK(std::abs(*spectral_arc_length(calm) - *spectral_arc_length(trembling)) < 1e-6);
    CHECK(*log_dimensionless_jerk(trembling) < *log_dimensionless_jerk(calm) - 3);
}

TEST_CASE("too short, still or without jerk is not measured", "[motion][smoothness]")
{
    const SpeedProfile still{std::vector<double>(60, 0.0), 60};
    const SpeedProfile brief{{0, 1, 2, 1, 0}, 60};
    const SpeedProfile even{std::vector<double>(60, 1.0), 60};

    CHECK_FALSE(spectral_arc_length(still));
    CHECK_FALSE(log_dimensionless_jerk(still));
    CHECK_FALSE(spectral_arc_length(brief));
    CHECK_FALSE(log_dimensionless_jerk(brief));
    CHECK_FALSE(log_dimensionless_jerk(even));
}

TEST_CASE("the scale of the speed changes no smoothness", "[motion][smoothness][property]")
{
    for (unsigned seed = 0; seed < 100; ++seed) {
        CAPTURE(seed);
        Movements some(seed);
        SpeedProfile profile = speed_profile(some.movement(60, 90));
        const double arc = spectral_arc_length(profile).value();
        const double jerk = log_dimensionless_jerk(profile).value();
        const double scale = some.between(.001, 1000);
        for (double &speed : profile.speeds)
            speed *= scale;

        CHECK(spectral_arc_length(profile).value() == Approx(arc).epsilon(1e-9));
        CHECK(log_dimensionless_jerk(profile).value() == Approx(jerk).epsilon(1e-9));
    }
}

TEST_CASE("the same speeds at another pace have the same jerk", "[motion][smoothness][property]")
{
    for (unsigned seed = 0; seed < 100; ++seed) {
        CAPTURE(seed);
        Movements some(seed);
        SpeedProfile profile = speed_profile(some.movement(60, 90));
        const double jerk = log_dimensionless_jerk(profile).value();
        profile.rate_hz *= some.between(.2, 2);

        CHECK(log_dimensionless_jerk(profile).value() == Approx(jerk).epsilon(1e-9));
    }
}

TEST_CASE("a slower pace has the same arc length while 10 Hz does not bind",
          "[motion][smoothness][property]")
{
    SpeedProfile profile = profile_of(motion_vectors("smoothness").at(1));
    const double arc = spectral_arc_length(profile).value();
    profile.rate_hz = 50;

    CHECK(spectral_arc_length(profile).value() == Approx(arc).epsilon(1e-9));
}

TEST_CASE("the share of smoothness is 1 for a minimum-jerk movement and falls with the arc",
          "[motion][smoothness]")
{
    const Json rows = motion_vectors("smoothness");

    CHECK(smoothness_share(rows.at(1).at("arc_length")) == Approx(1).epsilon(1e-8));
    CHECK(smoothness_share(rows.at(2).at("arc_length")) ==
          Approx(1.40582932 / 2.27720065).epsilon(1e-6));
}
