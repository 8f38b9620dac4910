#include "fixture.hpp"

#include "scene/standing.hpp"

#include <random>

// On a scene in which nothing was done nothing may be reported as done.

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

const std::string moved_a = R"({"moved":{"object":"A","min":5,"unit":"mm"}})";
const std::string shown_a = R"({"visible":{"object":"A"}})";

Snapshot bench(const Vec3 &a = {}, double seconds = 0)
{
    return scene_of({object("A", a), object("B", {1, 0, 0})}, seconds);
}

/// Random conditions of work and of states. Whatever its author says of it claims a deed, so that
/// a sentence that is said without one is found.
class Conditions {
  public:
    explicit Conditions(unsigned seed) : random_(seed) {}

    Json work(int depth)
    {
        switch (below(depth > 0 ? 6 : 2)) {
        case 0: return node("moved", limited({{"object", name()}, {"unit", "mm"}}));
        case 1:
            return node("turned", limited({{"object", name()}, {"axis", "z"}, {"unit", "deg"}}));
        case 2: return node("order", {{"steps", steps(depth)}});
        case 3: return counted(depth);
        case 4: return node("all", Json::array({work(depth - 1), work(depth - 1)}));
        default: return node("any", Json::array({work(depth - 1), work(depth - 1)}));
        }
    }

    Json state(int depth)
    {
        switch (below(depth > 0 ? 5 : 3)) {
        case 0: return {{"visible", {{"object", name()}}}};
        case 1: return {{"mode", {{"is", below(2) ? "OBJECT" : "SCULPT"}}}};
        case 2: return {{"distance", {{"object", "A"}, {"to", "B"}, {"max", 2}, {"unit", "m"}}}};
        case 3: return {{"not", state(depth - 1)}};
        default: return {{"any", Json::array({state(depth - 1), state(depth - 1)})}};
        }
    }

  private:
    std::size_t below(std::size_t limit) { return random_() % limit; }
    std::string name() { return below(2) ? "A" : "B"; }

    Json node(const char *predicate, Json value)
    {
        Json made = {{predicate, std::move(value)}};
        if (below(2)) made["feedback"] = "Deed!";
        return made;
    }

    /// Limits that hold for no movement at all, or not.
    Json limited(Json members)
    {
        const std::size_t which = below(3);
        if (which != 0) members["max"] = 10;
        if (which != 1) members["min"] = 0;
        return members;
    }

    Json counted(int depth)
    {
        Json of = Json::array({work(depth - 1), work(depth - 1)});
        return node("count", {{"of", std::move(of)}, {below(2) ? "min" : "max", below(3)}});
    }

    Json steps(int depth)
    {
        Json list = Json::array();
        for (std::size_t i = 0; i < 1 + below(3); ++i) {
            Json when = below(2) ? work(depth - 1) : state(depth - 1);
            list.push_back(
                {{"id", std::to_string(i)}, {"when", std::move(when)}, {"feedback", "Deed!"}});
        }
        return list;
    }

    std::mt19937 random_;
};

/// The nodes of work in a piece of evidence that are reported to hold.
int held_work(const Json &evidence)
{
    const std::string &predicate = evidence["predicate"].get_ref<const std::string &>();
    const bool is_work = predicate == "moved" || predicate == "turned" || predicate == "order";
    int held = is_work && evidence["holds"] == true ? 1 : 0;
    if (evidence.contains("children")) {
        for (const Json &child : evidence["children"])
            held += held_work(child);
    }
    return held;
}

} // namespace

TEST_CASE("whatever work a condition asks for, none of it was done on an untouched scene",
          "[scene][untouched]")
{
    for (unsigned seed = 1; seed <= 3000; ++seed) {
        Conditions conditions(seed);
        const Json source = conditions.work(3);
        INFO(to_text(source));
        const auto condition = compile(source);
        REQUIRE(condition);
        Tracker tracker(*condition, bench());
        for (int second = 1; second < 4; ++second)
            tracker.observe(bench({}, second));

        const Evaluation found = tracker.evaluate();

        INFO(to_text(found.evidence));
        REQUIRE_FALSE(found.passed);
        REQUIRE(held_work(found.evidence) == 0);
        REQUIRE_FALSE(tracker.standing().broken);
        REQUIRE_FALSE(found.unmet.empty());
    }
}

TEST_CASE("no author's sentence is said of work that nobody began and that nothing speaks against",
          "[scene][untouched]")
{
    const std::string rule =
        R"({"moved":{"object":"A","max":10,"unit":"mm"},"feedback":"A was moved too far."})";

    CHECK(english(judged(rule, bench()).unmet) ==
          std::vector<std::string>{"A has not been moved yet; it is to be moved."});
    CHECK(english(judged(rule, {bench(), bench({0.02, 0, 0}, 1)}).unmet) ==
          std::vector<std::string>{"A was moved too far.",
                                   "A has moved 20 mm; at most 10 mm is allowed."});
}

TEST_CASE("no author's sentence is said of what could not be measured", "[scene][untouched]")
{
    const auto result = judged(R"({"not":{"moved":{"object":"Bolt","min":5,"unit":"mm"}},
                                   "feedback":"A bolt was touched."})",
                               bench());

    CHECK(
        english(result.unmet) ==
        std::vector<std::string>{"This could not be measured: object was not there at the start."});
}

TEST_CASE("that nothing of a kind was moved is kept so far, and nothing that was done",
          "[scene][untouched]")
{
    const std::string rule = R"({"count":{"of":[)" + moved_a + R"(],"max":0},
                                 "feedback":"A bolt was touched."})";
    const std::string with_state = R"({"all":[)" + rule + "," + shown_a + "]}";

    CHECK_FALSE(judged(rule, bench()).passed);
    CHECK(english(judged(rule, bench()).unmet) ==
          std::vector<std::string>{"Nothing of this was done yet."});
    CHECK(judged(with_state, bench()).passed);
    CHECK(english(judged(with_state, {bench(), bench({1, 0, 0}, 1)}).unmet) ==
          std::vector<std::string>{"A bolt was touched."});
}

TEST_CASE("an order of which every step held from the start was done by nobody",
          "[scene][untouched]")
{
    const std::string given = R"({"order":{"steps":[{"id":"a","when":)" + shown_a +
                              R"(},{"id":"b","when":)" + shown_a +
                              R"(,"feedback":"B came too early."}]}})";

    const auto result = judged(given, bench());

    CHECK_FALSE(result.passed);
    CHECK(result.score == 0);
    CHECK(result.evidence["problem"] == "not begun");
    CHECK_FALSE(result.evidence.contains("violation"));
    CHECK(english(result.unmet) == std::vector<std::string>{"None of these steps was done yet."});
}

TEST_CASE("a step that held from the start counts once it is undone and done again",
          "[scene][untouched]")
{
    const std::string given = R"({"order":{"steps":[{"id":"a","when":)" + shown_a + "}]}}";
    auto hidden = bench({}, 1);
    hidden.objects[0].visible = false;

    CHECK_FALSE(judged(given, {bench(), hidden}).passed);
    CHECK(judged(given, {bench(), hidden, bench({}, 2)}).passed);
}

TEST_CASE("a step that held from the start never came too early", "[scene][untouched]")
{
    const std::string mixed = R"({"order":{"steps":[{"id":"move","when":)" + moved_a +
                              R"(},{"id":"show","when":)" + shown_a +
                              R"(,"feedback":"It was shown too early."}]}})";

    const auto start = judged(mixed, bench());
    CHECK(start.unmet.front().text() == "The next step is “move”.");
    CHECK_FALSE(start.evidence.contains("violation"));
    CHECK(judged(mixed, {bench(), bench({1, 0, 0}, 1)}).passed);
}

TEST_CASE("a state that holds from the start is a state, not work", "[scene][untouched]")
{
    Tracker state(compiled(shown_a), bench());
    CHECK(state.evaluate().passed);

    Tracker kept(compiled(R"({"not":)" + moved_a + "}"), bench());
    CHECK_FALSE(kept.evaluate().passed);
}

TEST_CASE("what was moved and put back was moved", "[scene][untouched]")
{
    const std::string near_start = R"({"moved":{"object":"A","max":10,"unit":"mm"}})";

    CHECK_FALSE(judged(near_start, {bench(), bench({}, 1)}).passed);
    CHECK(judged(near_start, {bench(), bench({1, 0, 0}, 1), bench({}, 2)}).passed);
}
