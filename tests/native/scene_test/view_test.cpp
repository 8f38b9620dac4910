#include "fixture.hpp"

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// An eye at the origin that looks along +y, 90 degrees high and twice as wide: at depth d it shows
/// d up and down, and 2 d left and right.
Snapshot looking_at(std::vector<ObjectState> objects)
{
    Snapshot scene = scene_of(std::move(objects));
    scene.view = ViewState{.eye = {0, 0, 0},
                           .forward = {0, 1, 0},
                           .up = {0, 0, 1},
                           .vertical_fov_rad = pi / 2,
                           .aspect = 2,
                           .source = "camera"};
    return scene;
}

bool sees(const Vec3 &at)
{
    return judged(R"({"in_view":{"object":"Plate"}})", looking_at({object("Plate", at)})).passed;
}

Evaluation plate(const std::string &limits, const Quat &rotation = {})
{
    return judged(R"({"in_view":{"object":"Plate",)" + limits + "}}",
                  looking_at({object("Plate", {0, 4, 0}, rotation, {0.1, 0, 0.4})}));
}

} // namespace

TEST_CASE("in_view holds inside the frustum and in front of the eye", "[scene][view]")
{
    CHECK(sees({0, 5, 0}));
    CHECK(sees({0, 5, 4.99}));
    CHECK(sees({0, 5, 5}));
    CHECK_FALSE(sees({0, 5, 5.01}));
    CHECK_FALSE(sees({0, 5, -5.01}));
    CHECK(sees({9.99, 5, 0}));
    CHECK(sees({-9.99, 5, 0}));
    CHECK_FALSE(sees({10.01, 5, 0}));
    CHECK_FALSE(sees({0, -5, 0}));
    CHECK_FALSE(sees({0, 0, 0}));
}

TEST_CASE("in_view tells where in the view the object is", "[scene][view]")
{
    const auto measured =
        judged(R"({"in_view":{"object":"Plate"}})", looking_at({object("Plate", {2, 4, -1})}))
            .evidence["measured"];

    CHECK(measured["horizontal"].get<double>() == Approx(0.25)); // 2 of 8, to the right
    CHECK(measured["vertical"].get<double>() == Approx(-0.25));  // 1 of 4, down
    CHECK(measured["distance"]["value"].get<double>() == Approx(std::sqrt(21.0)));
    CHECK(measured["distance"]["unit"] == "m");
}

TEST_CASE("in_view limits the distance to the eye", "[scene][view]")
{
    CHECK(plate(R"("max_distance":4,"unit":"m")").passed);
    CHECK_FALSE(plate(R"("max_distance":3.99,"unit":"m")").passed);
    CHECK(plate(R"("max_distance":400,"unit":"cm")").passed);
}

TEST_CASE("in_view limits how far the object's face is turned from the eye", "[scene][view]")
{
    const std::string within = R"("facing_axis":"-y","max_facing_angle":20,"angle_unit":"deg")";

    CHECK(plate(within).passed);
    CHECK(plate(within, about({0, 0, 1}, rad(20))).passed);
    CHECK_FALSE(plate(within, about({0, 0, 1}, rad(20.1))).passed);
    CHECK_FALSE(plate(within, about({0, 0, 1}, rad(180))).passed);
    CHECK(plate(within, about({0, 0, 1}, rad(-15)))
              .evidence["measured"]["facing_angle"]["value"]
              .get<double>() == Approx(15));
}

TEST_CASE("in_view asks for a share of the view's height", "[scene][view]")
{
    // 0.8 m high at 4 m, where the view is 8 m high.
    CHECK(plate(R"("min_screen_fraction":0.1)").passed);
    CHECK_FALSE(plate(R"("min_screen_fraction":0.101)").passed);
    CHECK(plate(R"("min_screen_fraction":0.1)")
              .evidence["measured"]["screen_fraction"]
              .get<double>() == Approx(0.1));
}

TEST_CASE("an object that reaches past the view fills its whole height", "[scene][view]")
{
    const auto result = judged(R"({"in_view":{"object":"Wall","min_screen_fraction":1}})",
                               looking_at({object("Wall", {0, 1, 0}, {}, {5, 5, 5})}));

    CHECK(result.passed);
    CHECK(result.evidence["measured"]["screen_fraction"].get<double>() == Approx(1));
}

TEST_CASE("a parallel view shows the same height at every depth, also behind the eye",
          "[scene][view]")
{
    const auto holds = [](const Vec3 &at) {
        Snapshot scene = looking_at({object("Plate", at)});
        scene.view->parallel_height_m = 6;
        return judged(R"({"in_view":{"object":"Plate"}})", scene).passed;
    };

    CHECK(holds({0, 100, 2.99}));
    CHECK_FALSE(holds({0, 100, 3.01}));
    CHECK(holds({5.99, 1, 0}));
    CHECK_FALSE(holds({6.01, 1, 0}));
    CHECK(holds({0, -3, 0}));
}

TEST_CASE("in a parallel view things are as near as they look large", "[scene][view]")
{
    const auto result = [](double eye) {
        Snapshot scene = looking_at({object("Plate", {0, 4, 0}, {}, {0.1, 0, 0.4})});
        scene.view->eye = {0, eye, 0};
        scene.view->parallel_height_m = 2;
        return judged(R"({"in_view":{"object":"Plate","max_distance":1.5,"unit":"m"}})", scene);
    };

    // A view of 90 degrees is 2 m high at 1 m, wherever the eye of the parallel one may stand.
    for (const double eye : {0.0, -20.0, 3.9}) {
        CHECK(result(eye).passed);
        CHECK(result(eye).evidence["measured"]["distance"]["value"].get<double>() == Approx(1));
    }
}

TEST_CASE("without a view nothing is in view, and nothing is out of it", "[scene][view]")
{
    const auto scene = scene_of({object("Plate", {0, 4, 0})});

    const auto plain = judged(R"({"in_view":{"object":"Plate"}})", scene);
    const auto negated = judged(R"({"not":{"in_view":{"object":"Plate"}}})", scene);

    CHECK_FALSE(plain.passed);
    CHECK_FALSE(negated.passed);
    CHECK(plain.evidence["problem"] == "no view");
}
