#include "fixture.hpp"

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

const std::string in_a_minute =
    R"({"within":{"of":{"visible":{"object":"Guard"}},"max":1,"unit":"min"}})";

/// The guard at one moment of the run.
Snapshot guard(double seconds, bool visible)
{
    auto one = object("Guard");
    one.visible = visible;
    return scene_of({one}, seconds);
}

/// … from the first moment to the last: seconds, and whether it is shown.
Tracker after(const std::vector<std::pair<double, bool>> &course,
              const std::string &condition = in_a_minute)
{
    Tracker tracker(compiled(condition), guard(course.front().first, course.front().second));
    for (std::size_t i = 1; i < course.size(); ++i)
        tracker.observe(guard(course[i].first, course[i].second));
    return tracker;
}

std::vector<std::string> said(const Tracker &tracker) { return english(tracker.evaluate().unmet); }

} // namespace

TEST_CASE("within holds for what came to hold in time, at the last moment too", "[scene][within]")
{
    CHECK(after({{0, false}, {30, true}}).evaluate().passed);
    CHECK(after({{0, false}, {60, true}}).evaluate().passed);
    CHECK(after({{0, true}}).evaluate().passed);
    CHECK(after({{0, false}, {30, true}}).evaluate().evidence["measured"].get<double>() ==
          Approx(0.5)); // of a minute
    CHECK_FALSE(after({{0, false}, {60.01, true}}).evaluate().passed);
    CHECK(after({{0, false}, {60.01, true}}).is_lost());
}

TEST_CASE("within is neither reached nor lost while there is time", "[scene][within]")
{
    const auto under_way = after({{0, false}, {60, false}});

    CHECK_FALSE(under_way.evaluate().passed);
    CHECK_FALSE(under_way.is_lost());
    CHECK(said(under_way) == std::vector<std::string>{"Guard is hidden; it must be visible."});
}

TEST_CASE("within is lost once the time is over, and says so with the time there was",
          "[scene][within]")
{
    const auto late = after({{0, false}, {60.001, false}});

    CHECK_FALSE(late.evaluate().passed);
    CHECK(late.is_lost());
    CHECK(said(late) == std::vector<std::string>{"The time for this is over; it was 1 min."});
    CHECK(after({{0, false}, {60.001, false}, {61, true}}).is_lost());
}

TEST_CASE("what was reached in time and left again may be reached later", "[scene][within]")
{
    // It has to rest so long, or it was only passed through.
    const auto rested = after({{0, false}, {10, true}, {20, false}, {100, true}});
    const auto passed_through = after({{0, false}, {10, true}, {10.1, false}, {100, false}});

    CHECK(rested.evaluate().passed);
    CHECK_FALSE(after({{0, false}, {10, true}, {20, false}, {100, false}}).evaluate().passed);
    CHECK_FALSE(after({{0, false}, {10, true}, {20, false}, {100, false}}).is_lost());
    CHECK(passed_through.is_lost());
}

TEST_CASE("a lost time is no loss where there is another way", "[scene][within]")
{
    const std::string or_moved =
        R"({"any":[)" + in_a_minute + R"(,{"moved":{"object":"Guard","min":1,"unit":"m"}}]})";
    const std::string and_moved =
        R"({"all":[)" + in_a_minute + R"(,{"moved":{"object":"Guard","min":1,"unit":"m"}}]})";

    CHECK_FALSE(after({{0, false}, {61, false}}, or_moved).is_lost());
    CHECK(after({{0, false}, {61, false}}, and_moved).is_lost());
}

TEST_CASE("what is missing is not in time, and neither is its negation", "[scene][within]")
{
    const auto nobody = scene_of({object("Other")});

    CHECK_FALSE(judged(in_a_minute, nobody).passed);
    CHECK_FALSE(judged(R"({"not":)" + in_a_minute + "}", nobody).passed);
}
