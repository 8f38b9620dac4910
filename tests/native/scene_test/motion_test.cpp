#include "fixture.hpp"

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// The poses of one bolt that turns about its own z axis, which leans by `lean` in the world.
std::vector<Snapshot> turning(const std::vector<double> &degrees, const Quat &lean = {})
{
    std::vector<Snapshot> scenes;
    for (const double angle : degrees) {
        const double seconds = static_cast<double>(scenes.size());
        const Quat pose = lean * about({0, 0, 1}, rad(angle));
        scenes.push_back(scene_of({object("Bolt", {}, pose)}, seconds));
    }
    return scenes;
}

double turned(const std::vector<Snapshot> &scenes, const std::string &axis = "z")
{
    const auto result = judged(
        R"({"turned":{"object":"Bolt","axis":")" + axis + R"(","min":0,"unit":"deg"}})", scenes);
    return result.evidence["measured"].get<double>();
}

} // namespace

TEST_CASE("moved measures from where the unit began, not from the last observation",
          "[scene][moved]")
{
    const auto at = [](double x) { return scene_of({object("Guard", {x, 1, 1})}); };
    const std::string far = R"({"moved":{"object":"Guard","min":200,"unit":"mm"}})";

    CHECK(judged(far, {at(0), at(0.1), at(0.2)}).passed);
    CHECK_FALSE(judged(far, {at(0), at(0.1), at(0.199)}).passed);
    CHECK_FALSE(judged(far, {at(0), at(0.3), at(0)}).passed);
    CHECK(judged(R"({"moved":{"object":"Guard","max":1,"unit":"cm"}})", {at(0), at(0.3), at(0.01)})
              .passed);
}

TEST_CASE("moved keeps the range that it has seen", "[scene][moved]")
{
    const auto at = [](double x) { return scene_of({object("Guard", {x, 0, 0})}); };

    const auto result =
        judged(R"({"moved":{"object":"Guard","max":1,"unit":"m"}})", {at(0), at(0.7), at(0.2)});

    CHECK(result.evidence["seen"]["min"].get<double>() == Approx(0).margin(1e-12));
    CHECK(result.evidence["seen"]["max"].get<double>() == Approx(0.7));
    CHECK(result.evidence["measured"].get<double>() == Approx(0.2));
}

TEST_CASE("turned is right-hand positive about the object's own axis", "[scene][turned]")
{
    CHECK(turned(turning({0, 30})) == Approx(30));
    CHECK(turned(turning({0, -30})) == Approx(-30));
    CHECK(turned(turning({0, 30}), "-z") == Approx(-30));
    CHECK(turned(turning({0, 30}), "x") == Approx(0).margin(1e-9));
    CHECK(turned(turning({50, 80}, about({1, 0, 0}, rad(70)))) == Approx(30));
}

TEST_CASE("turned counts through whole turns, forwards and back", "[scene][turned]")
{
    CHECK(turned(turning({0, 100, 200, 300, 400})) == Approx(400));
    CHECK(turned(turning({0, -100, -200, -300, -400}, about({0, 1, 0}, rad(25)))) == Approx(-400));
    CHECK(turned(turning({0, 100, 200, 300, 400, 300, 200, 100, 10})) == Approx(10));
    CHECK(turned(turning({0, 179, 358, 537, 716, 895})) == Approx(895));
}

TEST_CASE("turned takes a step beyond half a turn for the shorter way back", "[scene][turned]")
{
    CHECK(turned(turning({0, 190})) == Approx(-170));
}

TEST_CASE("a turn that is nothing but rounding is said to be none", "[scene][turned]")
{
    const auto result = judged(R"({"turned":{"object":"Bolt","axis":"z","min":30,"unit":"deg"}})",
                               turning({0, 50, -4e-6}));

    CHECK(english(result.unmet) == std::vector<std::string>{"Bolt has turned 0° about its z axis; "
                                                            "at least 30° is needed."});
}

TEST_CASE("turned holds within its limits", "[scene][turned]")
{
    const auto holds = [](const std::string &limits) {
        return judged(R"({"turned":{"object":"Bolt","axis":"z",)" + limits + "}}",
                      turning({0, 150, 270}))
            .passed;
    };

    CHECK(holds(R"("min":270,"unit":"deg")"));
    CHECK_FALSE(holds(R"("min":271,"unit":"deg")"));
    CHECK(holds(R"("min":271,"tolerance":1,"unit":"deg")"));
    CHECK_FALSE(holds(R"("max":269,"unit":"deg")"));
    CHECK(holds(R"("min":4.71,"max":4.72,"unit":"rad")")); // 3 pi / 2 = 4.7124
}

TEST_CASE("turned survives an axis swung onto its opposite", "[scene][turned]")
{
    auto scenes = turning({0, 90});
    scenes.push_back(scene_of({object("Bolt", {}, about({1, 0, 0}, pi))}, 2));

    CHECK(turned(scenes) == Approx(90));
}

TEST_CASE("what was not there at the start has neither moved nor turned nor stayed",
          "[scene][moved]")
{
    const auto predicate =
        GENERATE(as<std::string>{}, R"({"moved":{"object":"A","max":1,"unit":"m"}})",
                 R"({"turned":{"object":"A","axis":"z","max":1,"unit":"deg"}})");
    const std::vector<Snapshot> scenes{scene_of({}), scene_of({object("A")})};

    CHECK_FALSE(judged(predicate, scenes).passed);
    CHECK_FALSE(judged(R"({"not":)" + predicate + "}", scenes).passed);
    CHECK(judged(predicate, scenes).evidence["problem"] == "object was not there at the start");
}
