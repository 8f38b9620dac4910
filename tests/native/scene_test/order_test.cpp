#include "fixture.hpp"

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// Guard, then bolts, then gasket: each counts once it is invisible.
const std::string three_steps = R"({"order":{"steps":[
    {"id":"guard","when":{"not":{"visible":{"object":"Guard"}}}},
    {"id":"bolts","when":{"not":{"visible":{"object":"Bolts"}}},
     "feedback":"The guard comes off before the bolts."},
    {"id":"gasket","when":{"not":{"visible":{"object":"Gasket"}}}}]}})";

/// One snapshot a second for each text; it names the hidden objects by their first letters.
std::vector<Snapshot> hiding(const std::vector<std::string> &hidden)
{
    std::vector<Snapshot> scenes;
    for (const std::string &letters : hidden) {
        auto guard = object("Guard");
        auto bolts = object("Bolts");
        auto gasket = object("Gasket");
        guard.visible = letters.find('g') == std::string::npos;
        bolts.visible = letters.find('b') == std::string::npos;
        gasket.visible = letters.find('k') == std::string::npos;
        const double seconds = static_cast<double>(scenes.size());
        scenes.push_back(scene_of({guard, bolts, gasket}, seconds));
    }
    return scenes;
}

} // namespace

TEST_CASE("order holds when each step comes later than the one before", "[scene][order]")
{
    const auto result = judged(three_steps, hiding({"", "g", "gb", "gbk"}));

    CHECK(result.passed);
    CHECK(result.score == 1);
    CHECK(result.evidence["steps"][0]["first_true_seconds"] == 1.0);
    CHECK(result.evidence["steps"][2]["first_true_seconds"] == 3.0);
    CHECK(result.evidence["expected_next"].is_null());
    CHECK_FALSE(result.evidence.contains("violation"));
    CHECK(result.unmet.empty());
}

TEST_CASE("order in progress names the step that is next", "[scene][order]")
{
    const auto result = judged(three_steps, hiding({"", "g"}));

    CHECK_FALSE(result.passed);
    CHECK(result.score == Approx(1.0 / 3));
    CHECK(result.evidence["expected_next"] == "bolts");
    CHECK_FALSE(result.evidence.contains("violation"));
    CHECK(english(result.unmet) ==
          std::vector<std::string>{"The next step is “bolts”.",
                                   "Bolts is visible; this must not be so."});
}

TEST_CASE("steps that come at once are out of order, and are said to be", "[scene][order]")
{
    const auto result = judged(three_steps, hiding({"", "g", "gbk"}));

    CHECK_FALSE(result.passed);
    CHECK(result.evidence["violation"]["before"] == "bolts");
    CHECK(english(result.unmet) ==
          std::vector<std::string>{
              "“gasket” came at once with “bolts”, which has to come before it."});
}

TEST_CASE("a violated order asks for the step that was due only until it is done", "[scene][order]")
{
    const std::string two_steps = R"({"order":{"steps":[
        {"id":"guard","when":{"not":{"visible":{"object":"Guard"}},
                              "feedback":"The guard is still on."}},
        {"id":"bolts","when":{"not":{"visible":{"object":"Bolts"}}},
         "feedback":"A bolt moved too early."}]}})";

    CHECK(english(judged(two_steps, hiding({"", "b"})).unmet) ==
          std::vector<std::string>{"A bolt moved too early.", "The guard is still on."});
    CHECK(english(judged(two_steps, hiding({"", "b", "gb"})).unmet) ==
          std::vector<std::string>{"A bolt moved too early."});
}

TEST_CASE("order says at once which step came too early", "[scene][order]")
{
    const auto result = judged(three_steps, hiding({"", "b"}));

    CHECK_FALSE(result.passed);
    CHECK(result.score == 0);
    CHECK(result.evidence["violation"] == mvr::Json{{"id", "bolts"}, {"before", "guard"}});
    CHECK(result.evidence["expected_next"] == "guard");
    CHECK(english(result.unmet) ==
          std::vector<std::string>{"The guard comes off before the bolts."});
}

TEST_CASE("order once broken stays broken, and counts the correct prefix", "[scene][order]")
{
    const auto result = judged(three_steps, hiding({"", "g", "gk", "gkb"}));

    CHECK_FALSE(result.passed);
    CHECK(result.score == Approx(2.0 / 3)); // guard, bolts; the gasket came before the bolts
    CHECK(result.evidence["violation"] == mvr::Json{{"id", "gasket"}, {"before", "bolts"}});
    CHECK(result.evidence["expected_next"].is_null());
    CHECK(english(result.unmet) ==
          std::vector<std::string>{"“gasket” came too early: “bolts” has to come before it."});
}

TEST_CASE("two steps in one observation are not in order", "[scene][order]")
{
    const auto result = judged(three_steps, hiding({"", "gb", "gbk"}));

    CHECK_FALSE(result.passed);
    CHECK(result.score == Approx(1.0 / 3));
    CHECK(result.evidence["violation"] == mvr::Json{{"id", "bolts"}, {"before", "guard"}});
}

TEST_CASE("order counts the first time of each step, however often it is undone and repeated",
          "[scene][order]")
{
    CHECK(judged(three_steps, hiding({"", "g", "", "g", "gb", "g", "gbk"})).passed);
    CHECK(judged(three_steps, hiding({"", "g", "b", "k"})).passed);
    CHECK_FALSE(judged(three_steps, hiding({"", "b", "", "g", "gb", "gbk"})).passed);
}

TEST_CASE("a step that is true from the start came at the start", "[scene][order]")
{
    const auto result = judged(three_steps, hiding({"g", "gb", "gbk"}));

    CHECK(result.passed);
    CHECK(result.evidence["steps"][0]["first_true_seconds"] == 0.0);
}

TEST_CASE("steps are distinguished by observation, also at one time", "[scene][order]")
{
    auto scenes = hiding({"", "g", "gb", "gbk"});
    for (Snapshot &scene : scenes)
        scene.time_seconds = 7;

    CHECK(judged(three_steps, scenes).passed);
}

TEST_CASE("an order whose object is gone is neither kept nor broken", "[scene][order]")
{
    const std::vector<Snapshot> scenes{scene_of({object("Guard"), object("Bolts")})};

    CHECK_FALSE(judged(three_steps, scenes).passed);
    CHECK_FALSE(judged(R"({"not":)" + three_steps + "}", scenes).passed);
}

TEST_CASE("duration holds once its condition held so long without a break", "[scene][duration]")
{
    const auto held = [](const std::vector<std::pair<double, bool>> &course, const char *limit) {
        std::vector<Snapshot> scenes;
        for (const auto &[seconds, visible] : course) {
            auto guard = object("Guard");
            guard.visible = visible;
            scenes.push_back(scene_of({guard}, seconds));
        }
        return judged(R"({"duration":{"of":{"visible":{"object":"Guard"}},)" + std::string(limit) +
                          "}}",
                      scenes);
    };
    const char *const limit = R"("min":1.5,"unit":"s")";

    CHECK_FALSE(held({{0, true}}, limit).passed);
    CHECK_FALSE(held({{0, true}, {1.49, true}}, limit).passed);
    CHECK(held({{0, true}, {1.5, true}}, limit).passed);
    CHECK_FALSE(held({{0, true}, {1, false}, {1.2, true}, {2.6, true}}, limit).passed);
    CHECK(held({{0, true}, {1, false}, {1.2, true}, {2.7, true}}, limit).passed);
    CHECK_FALSE(held({{0, true}, {2, true}, {3, false}}, limit).passed);
    CHECK(held({{0, false}, {10, true}, {11.5, true}}, R"("min":1500,"unit":"ms")").passed);
    CHECK_FALSE(held({{0, true}, {59, true}}, R"("min":1,"unit":"min")").passed);
    CHECK(held({{0, true}, {60, true}}, R"("min":1,"unit":"min")").passed);
    CHECK_FALSE(held({{0, false}}, R"("min":0,"unit":"s")").passed);
    CHECK(held({{0, true}, {0.6, true}}, R"("min":1500,"unit":"ms")")
              .evidence["measured"]
              .get<double>() == Approx(600));
}

TEST_CASE("time that runs backwards counts as no time", "[scene][duration]")
{
    const auto at = [](double seconds) { return scene_of({object("Guard")}, seconds); };
    const std::string limit =
        R"({"duration":{"of":{"visible":{"object":"Guard"}},"min":1,"unit":"s"}})";

    CHECK_FALSE(judged(limit, {at(5), at(3), at(5.5)}).passed);
    CHECK(judged(limit, {at(5), at(3), at(6)}).passed);
}
