#include "fixture.hpp"

#include "support/error.hpp"

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// Judges a cup `metres` from the origin, turned by `degrees`, with half of the margin.
Evaluation halved(const std::string &json, double metres, double degrees = 0)
{
    const auto scene = scene_of({object("Cup", {metres, 0, 0}, about({0, 0, 1}, rad(degrees))),
                                 object("Tray", {}, {}, {0.5, 0.5, 0.5})});
    return Tracker(compiled(json).tightened(0.5), scene).evaluate();
}

} // namespace

TEST_CASE("half the margin is half the distance and half the angle", "[scene][tighten]")
{
    const std::string near = R"({"distance":{"object":"Cup","to":[0,0,0],"max":10,"unit":"mm"}})";
    CHECK(halved(near, 0.0049).passed);
    CHECK_FALSE(halved(near, 0.0051).passed);
    CHECK(halved(near, 0.0051).evidence["limit"]["max"] == 5.0);

    const std::string straight =
        R"({"angle":{"object":"Cup","axis":"x","to":[1,0,0],"max":10,"unit":"deg"}})";
    CHECK(halved(straight, 0, 4.9).passed);
    CHECK_FALSE(halved(straight, 0, 5.1).passed);
}

TEST_CASE("between two limits the middle stays", "[scene][tighten]")
{
    const std::string window =
        R"({"distance":{"object":"Cup","to":[0,0,0],"min":10,"max":30,"unit":"mm"}})";
    CHECK(halved(window, 0.0155).passed);
    CHECK(halved(window, 0.0245).passed);
    CHECK_FALSE(halved(window, 0.0145).passed);
    CHECK_FALSE(halved(window, 0.0255).passed);
}

TEST_CASE("a tolerance is halved, and a mere minimum stays", "[scene][tighten]")
{
    const std::string in_tray =
        R"({"inside":{"object":"Cup","region":"Tray","tolerance":10,"unit":"mm"}})";
    CHECK(halved(in_tray, 0.5049).passed);
    CHECK_FALSE(halved(in_tray, 0.5051).passed);

    const std::string near =
        R"({"distance":{"object":"Cup","to":[0,0,0],"max":10,"tolerance":4,"unit":"mm"}})";
    CHECK(halved(near, 0.0069).passed);
    CHECK_FALSE(halved(near, 0.0071).passed);

    const std::string far = R"({"distance":{"object":"Cup","to":[0,0,0],"min":1,"unit":"m"}})";
    CHECK(halved(far, 1).passed);
    CHECK_FALSE(halved(far, 0.99).passed);
}

TEST_CASE("below a not nothing is narrowed, which would ask for less", "[scene][tighten]")
{
    const std::string away =
        R"({"not":{"distance":{"object":"Cup","to":[0,0,0],"max":10,"unit":"mm"}}})";
    CHECK_FALSE(halved(away, 0.0075).passed);
    CHECK(halved(away, 0.0105).passed);
}

TEST_CASE("the author's condition stays what it was", "[scene][tighten]")
{
    const auto authored =
        compiled(R"({"distance":{"object":"Cup","to":[0,0,0],"max":10,"unit":"mm"}})");
    const auto narrow = authored.tightened(0.5);
    const auto scene = scene_of({object("Cup", {0.0075, 0, 0})});

    CHECK(Tracker(authored, scene).evaluate().passed);
    CHECK_FALSE(Tracker(narrow, scene).evaluate().passed);
    CHECK(narrow.source() == authored.source());
    CHECK_THROWS_AS(authored.tightened(1.5), mvr::Failure);
    CHECK_THROWS_AS(authored.tightened(0.49), mvr::Failure);
}

TEST_CASE("a running tracker takes less margin and gives it back, keeping what it saw",
          "[scene][tighten]")
{
    const auto at = [](double x) { return scene_of({object("Cup", {x, 0, 0})}); };
    Tracker tracker(compiled(R"({"all":[
        {"distance":{"object":"Cup","to":[0,0,0],"max":10,"unit":"mm"}},
        {"order":{"steps":[{"id":"a","when":{"moved":{"object":"Cup","min":1,"unit":"m"}}}]}}]})"),
                    at(0));
    tracker.observe(at(2));
    tracker.observe(at(0.0075));
    CHECK(tracker.evaluate().passed);

    tracker.set_tolerance_factor(0.5);
    tracker.observe(at(0.0075));
    CHECK_FALSE(tracker.evaluate().passed);

    tracker.set_tolerance_factor(1);
    tracker.observe(at(0.0075));
    CHECK(tracker.evaluate().passed);
}
