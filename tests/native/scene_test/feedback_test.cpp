#include "fixture.hpp"

#include "support/number_text.hpp"

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

struct Row {
    std::string json;
    std::string sentence;
};

/// A gasket 3.4 mm above its seat and leaning 12 degrees, seen by nobody.
Snapshot workshop()
{
    auto gasket = object("Gasket", {0, 0, 0.0034}, about({1, 0, 0}, rad(12)), {0.1, 0.1, 0.1});
    gasket.properties["torque"] = 20.0;
    gasket.properties["state"] = std::string("wet");
    gasket.materials = {"Graphite"};
    auto guard = object("Guard", {3, 0, 0});
    guard.visible = false;
    return scene_of({gasket, object("Seat"), guard});
}

} // namespace

TEST_CASE("an unmet requirement says what was measured and what is allowed", "[scene][feedback]")
{
    const auto row = GENERATE(values<Row>({
        {R"({"distance":{"object":"Gasket","to":"Seat","max":2,"unit":"mm"}})",
         "Gasket is 3.4 mm from Seat; at most 2 mm is allowed."},
        {R"({"distance":{"object":"Gasket","to":"Seat","min":1,"tolerance":0.1,"unit":"cm"}})",
         "Gasket is 0.34 cm from Seat; at least 1 cm (± 0.1 cm) is needed."},
        {R"({"distance":{"object":"Gasket","to":"Seat","max":3.398,"unit":"mm"}})",
         "Gasket is 3.4 mm from Seat; at most 3.398 mm is allowed."},
        {R"({"distance":{"object":"Gasket","to":[0,0,1],"max":0.5,"unit":"m"}})",
         "Gasket is 0.997 m from the point (0, 0, 1); at most 0.5 m is allowed."},
        {R"({"angle":{"object":"Gasket","axis":"z","to":"Seat","to_axis":"z","max":5,"unit":"deg"}})",
         "The z axis of Gasket is 12° from the z axis of Seat; at most 5° is allowed."},
        {R"({"inside":{"object":"Guard","region":"Seat"}})",
         "Guard is 2.5 m outside Seat; it must be inside."},
        {R"({"inside":{"object":"Guard","region":"Seat","tolerance":5,"unit":"cm"}})",
         "Guard is 250 cm outside Seat; it must be inside, or at most 5 cm outside."},
        {R"({"moved":{"object":"Guard","min":200,"unit":"mm"}})",
         "Guard has moved 0 mm; at least 200 mm is needed."},
        {R"({"turned":{"object":"Guard","axis":"-z","min":90,"unit":"deg"}})",
         "Guard has turned 0° about its -z axis; at least 90° is needed."},
        {R"({"visible":{"object":"Guard"}})", "Guard is hidden; it must be visible."},
        {R"({"not":{"visible":{"object":"Gasket"}}})", "Gasket is visible; this must not be so."},
        {R"({"property":{"object":"Gasket","name":"torque","min":60}})",
         "Gasket: torque is 20; at least 60 is needed."},
        {R"({"property":{"object":"Gasket","name":"state","equals":"dry"}})",
         "Gasket: state is “wet”; it must be “dry”."},
        {R"({"property":{"object":"Gasket","name":"pass","equals":3}})",
         "Gasket: pass is not set; it must be 3."},
        {R"({"parented":{"object":"Gasket","to":"Seat"}})",
         "Gasket has no parent; it must be Seat."},
        {R"({"has_material":{"object":"Gasket","material":"Steel"}})",
         "Gasket has Graphite; it must have Steel."},
        {R"({"mode":{"is":"EDIT_MESH"}})", "The mode is OBJECT; it must be EDIT_MESH."},
        {R"({"tool":{"is":"builtin.move"}})",
         "The active tool is builtin.select_box; it must be builtin.move."},
        {R"({"count":{"min":2,"of":[{"visible":{"object":"Gasket"}},{"visible":{"object":"Guard"}}]}})",
         "1 of 2 conditions hold; at least 2 must."},
        {R"({"duration":{"of":{"visible":{"object":"Seat"}},"min":1.5,"unit":"s"}})",
         "This has held for 0 s; at least 1.5 s is needed."},
        {R"({"in_view":{"object":"Seat"}})", "This could not be measured: no view."},
    }));

    const auto result = judged(row.json, workshop());

    CHECK_FALSE(result.passed);
    CHECK(english(result.unmet) == std::vector<std::string>{row.sentence});
}

TEST_CASE("an unmet view says the first thing that is wrong with it", "[scene][feedback]")
{
    auto scene = scene_of({object("Plate", {0, 4, 0}, {}, {0.1, 0, 0.4})});
    scene.view = ViewState{.eye = {},
                           .forward = {0, 1, 0},
                           .up = {0, 0, 1},
                           .vertical_fov_rad = pi / 2,
                           .source = "viewport"};
    const auto said = [&](const std::string &limits) {
        return judged(R"({"in_view":{"object":"Plate",)" + limits + "}}", scene).unmet.at(0).text();
    };

    CHECK(said(R"("max_distance":1,"unit":"m")") ==
          "Plate is 4 m away from the eye; at most 1 m is allowed.");
    CHECK(said(R"("facing_axis":"x","max_facing_angle":30,"angle_unit":"deg")") ==
          "Plate is turned 90° away from the eye; at most 30° is allowed.");
    CHECK(said(R"("min_screen_fraction":0.2)") ==
          "Plate fills 10 % of the view's height; at least 20 % is needed.");
    scene.view->forward = {1, 0, 0};
    CHECK(said(R"("min_screen_fraction":0.2)") ==
          "Plate is behind the view, 90° from where it looks; turn towards it.");
    scene.view->forward = {1, 0.1, 0};
    CHECK(said(R"("min_screen_fraction":0.2)") ==
          "Plate is outside the view, 84.3° from its middle; bring it into view, to at most 45°.");
}

TEST_CASE("a view that is seen says all that is wrong with it", "[scene][feedback]")
{
    auto scene = scene_of({object("Plate", {0, 4, 0}, {}, {0.1, 0, 0.4})});
    scene.view = ViewState{.eye = {},
                           .forward = {0, 1, 0},
                           .up = {0, 0, 1},
                           .vertical_fov_rad = pi / 2,
                           .source = "viewport"};

    const auto said = english(judged(R"({"in_view":{"object":"Plate","max_distance":1,"unit":"m",
                                 "facing_axis":"x","max_facing_angle":30,"angle_unit":"deg"}})",
                                     scene)
                                  .unmet);

    CHECK(said == std::vector<std::string>{
                      "Plate is 4 m away from the eye; at most 1 m is allowed.",
                      "Plate is turned 90° away from the eye; at most 30° is allowed."});
}

TEST_CASE("a parallel view says how far beyond its edge a thing is", "[scene][feedback]")
{
    auto scene = scene_of({object("Plate", {0, 4, 5})});
    scene.view = ViewState{.eye = {},
                           .forward = {0, 1, 0},
                           .up = {0, 0, 1},
                           .vertical_fov_rad = pi / 2,
                           .source = "viewport",
                           .parallel_height_m = 6};

    CHECK(english(judged(R"({"in_view":{"object":"Plate"}})", scene).unmet) ==
          std::vector<std::string>{"Plate is 2 m outside the view; bring it into view."});
}

TEST_CASE("the author's feedback stands for everything below its node", "[scene][feedback]")
{
    const auto result = judged(
        R"({"all":[
            {"feedback":"Seat the gasket flat.","all":[
                {"distance":{"object":"Gasket","to":"Seat","max":2,"unit":"mm"}},
                {"angle":{"object":"Gasket","axis":"z","to":[0,0,1],"max":5,"unit":"deg"}}]},
            {"visible":{"object":"Guard"},"feedback":"Put the guard back."},
            {"visible":{"object":"Seat"},"feedback":"never said"}]})",
        workshop());

    CHECK(english(result.unmet) ==
          std::vector<std::string>{"Seat the gasket flat.", "Put the guard back."});
}

TEST_CASE("beside the author's sentence for a measure stands how far off it is",
          "[scene][feedback]")
{
    const auto result = judged(
        R"({"distance":{"object":"Guard","to":"Seat","max":10,"unit":"mm"},
            "feedback":"The guard is not on its seat."})",
        scene_of({object("Guard", {0.04, 0, 0}), object("Seat")}));

    CHECK(english(result.unmet) ==
          std::vector<std::string>{"The guard is not on its seat.",
                                   "Guard is 40 mm from Seat; at most 10 mm is allowed."});
}

TEST_CASE("an object that is gone is named, whatever the author or a count says",
          "[scene][feedback]")
{
    const auto result = judged(
        R"({"count":{"min":3,"of":[{"visible":{"object":"Seat"}},{"parented":{"object":"Seat","to":"Table"}},
            {"all":[{"visible":{"object":"Bolt"}},{"visible":{"object":"Nut"}}]}]},
            "feedback":"Not all are done yet."})",
        scene_of({object("Seat"), object("Table")}));

    CHECK(english(result.unmet) ==
          std::vector<std::string>{"Not all are done yet.", "1 of 3 so far.",
                                   "Bolt is not in the scene.", "Nut is not in the scene."});
}

TEST_CASE("beside the author's sentence for a view stands what was measured", "[scene][feedback]")
{
    auto scene = scene_of({object("Plate", {0, 4, 0}, {}, {0.1, 0, 0.4})});
    scene.view = ViewState{.eye = {},
                           .forward = {0, 1, 0},
                           .up = {0, 0, 1},
                           .vertical_fov_rad = pi / 2,
                           .source = "viewport"};
    const auto result = judged(
        R"({"in_view":{"object":"Plate","max_distance":1,"unit":"m"},"feedback":"Go nearer."})",
        scene);

    CHECK(english(result.unmet) ==
          std::vector<std::string>{"Go nearer.",
                                   "Plate is 4 m away from the eye; at most 1 m is allowed."});
}

TEST_CASE("beside the author's sentence for a number of things stands how far one is with them",
          "[scene][feedback]")
{
    const auto two_of = [](const std::string &first, const std::string &second) {
        return judged(R"({"count":{"of":[{"visible":{"object":")" + first +
                          R"("}},{"visible":{"object":")" + second +
                          R"("}}],"min":2},"feedback":"Not all are to be seen yet."})",
                      workshop());
    };

    CHECK(english(two_of("Seat", "Guard").unmet) ==
          std::vector<std::string>{"Not all are to be seen yet.", "1 of 2 so far."});
    CHECK(english(two_of("Guard", "Guard").unmet) ==
          std::vector<std::string>{"Not all are to be seen yet."});
}

TEST_CASE("the sentence for holding something is said once there is something to hold",
          "[scene][feedback]")
{
    const auto said = [](const char *object) {
        return english(judged(R"({"duration":{"of":{"visible":{"object":")" + std::string(object) +
                                  R"("},"feedback":"Show it."},"min":2,"unit":"s"},
                          "feedback":"Hold it for two seconds."})",
                              workshop())
                           .unmet);
    };

    CHECK(said("Guard") == std::vector<std::string>{"Show it."});
    CHECK(said("Seat") == std::vector<std::string>{"Hold it for two seconds."});
}

TEST_CASE("of several ways the nearest is named", "[scene][feedback]")
{
    const auto result = judged(R"({"any":[{"visible":{"object":"Guard"},"feedback":"far"},
                          {"all":[{"visible":{"object":"Seat"}},
                                  {"visible":{"object":"Guard"},"feedback":"near"}]}]})",
                               workshop());

    CHECK(english(result.unmet) == std::vector<std::string>{"near"});
}

TEST_CASE("numbers are written with the digits that matter", "[scene][feedback]")
{
    CHECK(format_number(3.4000000000000004) == "3.4");
    CHECK(format_number(12345.6) == "12346");
    CHECK(format_number(0.000123456) == "0.000123");
    CHECK(format_number(-0.0) == "0");
    CHECK(format_number(-1e-12) == "0");
    CHECK(format_number(999.96) == "1000");
    CHECK(format_number(2.0000123, digits_to_tell_apart(2.0000123, 2)) == "2.00001");
    CHECK(format_number(5, digits_to_tell_apart(5, 5)) == "5");
}
