#include "host/scene_desk.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <thread>

using namespace mvr;
using namespace mvr::host;
using namespace std::chrono_literals;

namespace {

struct Asked {
    std::optional<Result<Json>> outcome;

    SceneDesk::Done done()
    {
        return [this](Result<Json> result) { outcome = std::move(result); };
    }
};

SceneRequest taken(SceneDesk &desk, bool local = false)
{
    auto item = desk.take(0ms, local);
    REQUIRE(item);
    return std::get<SceneRequest>(*item);
}

} // namespace

TEST_CASE("a request is taken once and its answer goes to its caller", "[host][desk]")
{
    SceneDesk desk(1h, 1h);
    Asked first;
    Asked second;
    desk.submit("one", {{"n", 1}}, false, first.done());
    desk.submit("two", {{"n", 2}}, false, second.done());

    const SceneRequest a = taken(desk);
    const SceneRequest b = taken(desk);
    desk.answered(b.id, Json("second"));

    CHECK(a.command == "one");
    CHECK(b.arguments == Json{{"n", 2}});
    CHECK_FALSE(desk.take(0ms, false));
    CHECK_FALSE(first.outcome);
    REQUIRE(second.outcome);
    CHECK(**second.outcome == "second");
}

TEST_CASE("an operator sees its own requests only", "[host][desk]")
{
    SceneDesk desk(1h, 1h);
    Asked asked;
    desk.submit("of a client", {}, false, asked.done());
    desk.submit("of the operator", {}, true, asked.done());

    CHECK(taken(desk, true).command == "of the operator");
    CHECK_FALSE(desk.take(0ms, true));
    CHECK(taken(desk).command == "of a client");
}

TEST_CASE("a busy main thread is told: with what, how long, and that nothing changed",
          "[host][desk]")
{
    SceneDesk desk(0ms, 1h);
    Asked asked;
    desk.set_activity("rendering");
    desk.submit("read_lesson", {}, false, asked.done());

    desk.expire();

    REQUIRE(asked.outcome);
    REQUIRE_FALSE(*asked.outcome);
    const Error &error = asked.outcome->error();
    CHECK(error.code == Errc::busy);
    CHECK(error.message.find("rendering") != std::string::npos);
    CHECK(error.message.find(" s ") != std::string::npos);
    CHECK(error.message.find("nothing was changed") != std::string::npos);
    CHECK_FALSE(desk.take(0ms, false)); // withdrawn: it can no longer happen
}

TEST_CASE("a request that is being carried out is not called withdrawn", "[host][desk]")
{
    SceneDesk desk(0ms, 0ms);
    Asked asked;
    desk.submit("save_lesson", {}, false, asked.done());
    const SceneRequest request = taken(desk);

    desk.expire();
    desk.answered(request.id, Json("late")); // its caller was told already

    REQUIRE(asked.outcome);
    REQUIRE_FALSE(*asked.outcome);
    CHECK(asked.outcome->error().message.find("save_lesson") != std::string::npos);
    CHECK(asked.outcome->error().message.find("nothing was changed") == std::string::npos);
}

TEST_CASE("whoever waits when the program stops is told so", "[host][desk]")
{
    SceneDesk desk(1h, 1h);
    Asked asked;
    desk.submit("read_lesson", {}, false, asked.done());

    desk.refuse_all({Errc::shutting_down, "stopping", "", ""});

    REQUIRE(asked.outcome);
    CHECK(asked.outcome->error().code == Errc::shutting_down);
    CHECK_FALSE(desk.take(0ms, false));
}
