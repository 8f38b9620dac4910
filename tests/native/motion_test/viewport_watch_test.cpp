#include "watched.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <numbers>

using namespace mvr;
using namespace mvr::motion;

TEST_CASE("a camera that looks along its -Z has the rotation of Blender's", "[motion][watch]")
{
    const scene::ViewState view = looking_from({3, -4, 5});
    const Quat rotation = camera_rotation(view);
    const Vec3 forward = scene::rotate(rotation, {0, 0, -1});
    const Vec3 up = scene::rotate(rotation, {0, 1, 0});

    CHECK(length(forward - view.forward) < 1e-12);
    CHECK(length(up - view.up) < 1e-12);
}

TEST_CASE("a box fills so much of the height as its nearest face", "[motion][watch]")
{
    // The near face stands 4.5 m away, its half height .5 m: tan of the half angle is .5 / 4.5.
    const auto corners = cube("Cup", {}).bounds;
    const auto share = height_share(looking_from({5, 0, 0}), {corners.begin(), corners.end()});
    CHECK(share.value() == Approx(.5 / 4.5 / std::tan(std::numbers::pi / 6)));
    CHECK_FALSE(height_share(looking_from({.1, 0, 0}), {{0, 0, 0}, {1, 0, 0}}));
    scene::ViewState parallel = looking_from({5, 0, 0});
    parallel.parallel_height_m = 4;
    CHECK(height_share(parallel, {{0, 0, -.5}, {0, 0, .5}}).value() == Approx(.25));
}

TEST_CASE("a unit in which nobody looked has no features", "[motion][watch]")
{
    Watched one;
    one.look(std::nullopt);
    one.look(std::nullopt);
    const ViewportFeatures features = one.watch.features();

    CHECK(features.samples == 0);
    CHECK_FALSE(features.path_efficiency);
    CHECK_FALSE(features.rotation_smoothness);
    CHECK_FALSE(features.zoom_appropriateness);
    CHECK_FALSE(features.revisit_entropy_nats);
    CHECK(features.dwell_seconds.empty());
}

TEST_CASE("two movements from rest to rest are two, each measured by its own chord",
          "[motion][watch]")
{
    Watched one;
    one.rest(on_circle(0), 5);
    for (int i = 1; i <= 10; ++i)
        one.look(looking_from(on_circle(i * std::numbers::pi / 20)));
    one.rest(on_circle(std::numbers::pi / 2), 8);
    for (int i = 9; i >= 0; --i) // and back: end and beginning of the unit are the same
        one.look(looking_from(on_circle(i * std::numbers::pi / 20)));
    one.rest(on_circle(0), 5);
    const ViewportFeatures features = one.watch.features();

    CHECK(features.movements == 2);
    // A quarter circle in ten steps: chord sqrt 2, way 20 sin(pi / 40).
    CHECK(features.path_efficiency.value() ==
          Approx(std::numbers::sqrt2 / (20 * std::sin(std::numbers::pi / 40))));
    CHECK(features.rotation_efficiency.value() == Approx(1));
    CHECK(features.rotation_smoothness.value() > 0);
    CHECK(features.rotation_smoothness.value() <= 1);
    CHECK(features.rotation_jerk.has_value());
    CHECK(features.revisit_entropy_nats.value() > 0);
}

TEST_CASE("a turn in jerks is less smooth than the same turn in one swing", "[motion][watch]")
{
    const auto smoothness = [](auto angle_at) {
        Watched one;
        one.rest(on_circle(0), 4);
        for (int i = 1; i <= 30; ++i)
            one.look(looking_from(on_circle(angle_at(i / 30.0))));
        one.rest(on_circle(angle_at(1)), 6);
        return one.watch.features();
    };
    const auto swing = smoothness([](double u) { return u * u * u * (10 - 15 * u + 6 * u * u); });
    const auto jerks = smoothness([](double u) { // four stops, shorter than a rest
        return (std::floor(u * 5) + std::pow(u * 5 - std::floor(u * 5), 4)) / 5;
    });

    CHECK(swing.movements == 1);
    CHECK(jerks.rotation_arc_length.value() < swing.rotation_arc_length.value());
    CHECK(jerks.rotation_smoothness.value() < swing.rotation_smoothness.value());
}

TEST_CASE("time in which nobody looked counts for nothing", "[motion][watch]")
{
    Watched one;
    one.rest(on_circle(0), 6);
    one.seconds += 60; // asleep, or the window was covered
    one.rest(on_circle(1), 6);
    const ViewportFeatures features = one.watch.features();

    CHECK(features.watched_seconds == Approx(1.0));
    CHECK(features.movements == 0);
    CHECK(features.dwell_seconds.at("Cup") == Approx(1.0));
}

TEST_CASE("a moment without a view is no dwell, however short", "[motion][watch]")
{
    Watched one;
    one.rest(on_circle(0), 6);
    one.look(std::nullopt); // the viewport was closed for a tenth of a second
    one.rest(on_circle(0), 6);
    const ViewportFeatures features = one.watch.features();

    CHECK(features.watched_seconds == Approx(1.0));
    CHECK(features.dwell_seconds.at("Cup") == Approx(1.0));

    one.watch.look_away(false); // a short pause likewise
    one.rest(on_circle(0), 1);
    CHECK(one.watch.features().watched_seconds == Approx(1.0));
}

TEST_CASE("what was traced before a consent was taken back amid a pause is forgotten",
          "[motion][watch]")
{
    Watched one;
    one.keeps_trace = true;
    one.rest(on_circle(0), 6);
    one.watch.look_away(true);
    CHECK(one.watch.waiting_samples() > 0);
    one.watch.look_away(false);
    CHECK(one.watch.waiting_samples() == 0);
}

TEST_CASE("dwell counts parts in the picture, not those beside it, hidden, or of the author alone",
          "[motion][watch]")
{
    Watched one;
    one.scene.set_object(cube("Beside", {0, 30, 0}));
    scene::ObjectState hidden = cube("Hidden", {});
    hidden.visible = false;
    one.scene.set_object(hidden);
    scene::ObjectState zone = cube("Zone", {});
    zone.type = "EMPTY";
    one.scene.set_object(zone);
    one.rest(on_circle(0), 11);
    const auto dwell = one.watch.features().dwell_seconds;

    CHECK(dwell.size() == 1);
    CHECK(dwell.at("Cup") == Approx(1.0));
}
