#include "fixture.hpp"

#include <array>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <random>

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// Random JSON that is near enough to a condition to get past the first checks.
class Generator {
  public:
    explicit Generator(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t limit) { return random_() % limit; }

    Json condition(int depth)
    {
        if (below(40) == 0) return anything(depth);
        Json node = Json::object();
        const std::size_t members = below(30) == 0 ? below(3) : 1;
        for (std::size_t i = 0; i < members; ++i)
            add_predicate(node, depth);
        if (below(4) == 0) node["id"] = text();
        if (below(4) == 0) node["feedback"] = text();
        if (below(60) == 0) node[text()] = anything(depth);
        return node;
    }

  private:
    template <std::size_t n> std::string one_of(const std::array<const char *, n> &choices)
    {
        return choices[below(n)];
    }
    std::string text() { return one_of(std::array{"A", "B", "C", "Region", "Gone", "p", "", "ü"}); }
    std::string axis() { return one_of(std::array{"x", "y", "z", "-x", "-y", "-z", "-z", "w"}); }

    Json number()
    {
        switch (below(12)) {
        case 0: return -1;
        case 1: return 1e308;
        case 2: return 5e-324;
        case 3: return std::nan("");
        case 4: return std::numeric_limits<std::uint64_t>::max();
        default: return static_cast<double>(below(2000)) / 10;
        }
    }

    Json anything(int depth)
    {
        switch (below(6)) {
        case 0: return nullptr;
        case 1: return number();
        case 2: return text();
        case 3: return Json::array({number(), number(), number()});
        case 4: return depth > 0 ? condition(depth - 1) : Json(true);
        default: return Json::array();
        }
    }

    Json conditions(int depth)
    {
        Json list = Json::array();
        const std::size_t size = below(20) == 0 ? 0 : 1 + below(3);
        for (std::size_t i = 0; i < size; ++i)
            list.push_back(condition(depth - 1));
        return list;
    }

    Json steps(int depth)
    {
        Json list = Json::array();
        for (std::size_t i = 0; i < 1 + below(3); ++i) {
            list.push_back({{"id", std::to_string(i)}, {"when", condition(depth - 1)}});
        }
        return list;
    }

    Json value_of(const std::string &member)
    {
        if (below(50) == 0) return anything(0);
        if (member == "measure") return one_of(std::array{"surface", "centre"});
        if (member == "object" || member == "on" || member == "region" || member == "name")
            return text();
        if (member == "to") return below(2) ? Json(text()) : Json::array({number(), number(), 1});
        if (member.find("axis") != std::string::npos) return axis();
        if (member == "unit") return one_of(std::array{"mm", "cm", "m", "deg", "rad", "s", "min"});
        if (member == "angle_unit") return one_of(std::array{"deg", "rad"});
        if (member == "is" || member == "material") return text();
        if (member == "equals") return below(2) ? Json(text()) : number();
        return number();
    }

    Json members(std::initializer_list<const char *> names)
    {
        Json made = Json::object();
        for (const std::string name : names) {
            if (below(8) != 0) made[name] = value_of(name);
        }
        return made;
    }

    void add_predicate(Json &node, int depth)
    {
        switch (below(depth > 0 ? 32 : 25)) {
        case 0: node["distance"] = members({"object", "to", "min", "unit"}); break;
        case 1:
            node["angle"] =
                members({"object", "axis", "to", "to_axis", "max", "tolerance", "unit"});
            break;
        case 2: node["inside"] = members({"object", "region", "tolerance", "unit"}); break;
        case 3: node["moved"] = members({"object", "max", "tolerance", "unit"}); break;
        case 4: node["turned"] = members({"object", "axis", "min", "unit"}); break;
        case 5:
            node["in_view"] = members({"object", "max_distance", "unit", "facing_axis",
                                       "max_facing_angle", "angle_unit", "min_screen_fraction"});
            break;
        case 6: node["visible"] = members({"object"}); break;
        case 7: node["property"] = members({"object", "name", below(2) ? "equals" : "min"}); break;
        case 8: node["parented"] = members({"object", "to"}); break;
        case 9: node["has_material"] = members({"object", "material"}); break;
        case 10: node["mode"] = members({"is"}); break;
        case 11: node["tool"] = members({"is"}); break;
        case 12: node["near"] = members({"object", "to", "max", "unit", "measure"}); break;
        case 13: node["stands_on"] = members({"object", "on", "off_centre", "unit"}); break;
        case 14:
            node["points_towards"] = members({"object", "axis", "to", "max_angle", "unit"});
            break;
        case 15: node["hidden"] = members({"object"}); break;
        case 16: node["selected"] = members({"object"}); break;
        case 17:
            node["has_modifier"] = {
                {"object", text()}, {"type", "BEVEL"}, {"shown", below(2) == 0}};
            break;
        case 18: node["dimensions"] = members({"object", "axis", "min", "max", "unit"}); break;
        case 19: node["mesh"] = {{"object", text()}, {"max", below(9)}}; break;
        case 20: node["manifold"] = members({"object"}); break;
        case 21:
            node["aligned"] = members({"object", "axis", "to_axis", "max_angle", "unit"});
            break;
        case 22:
            node["answer"] = {{"question", text()}, {"kind", "number"}, {"correct", number()}};
            break;
        case 23: node["view_turned"] = members({"min", "unit"}); break;
        case 24: node["view_zoomed"] = members({"min"}); break;
        case 25: node["all"] = conditions(depth); break;
        case 26: node["any"] = conditions(depth); break;
        case 27: node["not"] = condition(depth - 1); break;
        case 28: node["count"] = {{"of", conditions(depth)}, {"min", below(3)}}; break;
        case 29: node["order"] = {{"steps", steps(depth)}}; break;
        case 30:
            node["within"] = {{"of", condition(depth - 1)}, {"max", below(3)}, {"unit", "s"}};
            break;
        default:
            node["duration"] = {{"of", condition(depth - 1)}, {"min", below(2)}, {"unit", "s"}};
        }
    }

    std::mt19937 random_;
};

/// A scene whose numbers go wild now and then.
Snapshot random_scene(Generator &generator, double seconds)
{
    const auto coordinate = [&] {
        if (generator.below(60) == 0) return std::nan("");
        if (generator.below(60) == 0) return 1e308;
        return static_cast<double>(generator.below(100)) / 50 - 1;
    };
    std::vector<ObjectState> objects;
    for (const char *name : {"A", "B", "C", "Region"}) {
        if (generator.below(10) == 0) continue;
        const Quat turn = about({0, 0, 1}, coordinate());
        objects.push_back(
            object(name, {coordinate(), coordinate(), coordinate()}, turn, {coordinate(), 1, 1}));
        objects.back().visible = generator.below(2) == 0;
        if (generator.below(2)) objects.back().mesh = {8, 12, generator.below(7), std::nullopt};
        if (objects.back().mesh && generator.below(2)) objects.back().mesh->open_edges = 0;
        if (generator.below(2))
            objects.back().modifiers = {{"BEVEL", "p", generator.below(2) == 0}};
        if (generator.below(2)) objects.back().properties["p"] = coordinate();
    }
    Snapshot scene = scene_of(std::move(objects), seconds);
    if (generator.below(2)) scene.answers["A"] = coordinate();
    if (generator.below(2)) scene.selection = {{"A", "B"}, "A"};
    if (generator.below(3)) {
        scene.view = ViewState{.eye = {coordinate(), -3, coordinate()},
                               .forward = {0, coordinate(), 0},
                               .up = {0, 0, 1},
                               .vertical_fov_rad = coordinate(),
                               .aspect = coordinate(),
                               .source = generator.below(2) ? "viewport" : "",
                               .pivot_distance_m = coordinate()};
    }
    return scene;
}

} // namespace

TEST_CASE("whatever JSON comes, it is rejected with a path or judged with a sane result",
          "[scene][fuzz]")
{
    Generator generator(20240611);
    int judged_cases = 0;
    for (int i = 0; i < 20'000; ++i) {
        const auto condition = compile(generator.condition(3));
        if (!condition) {
            REQUIRE(condition.error().field.starts_with("trigger_conditions"));
            REQUIRE_FALSE(condition.error().remedy.empty());
            continue;
        }
        ++judged_cases;
        Tracker tracker(*condition, random_scene(generator, 0));
        for (int second = 1; second < 4; ++second)
            tracker.observe(random_scene(generator, second));
        const auto result = tracker.evaluate();
        INFO(to_text(condition->source()));
        INFO(to_text(result.evidence));
        REQUIRE((result.score >= 0 && result.score <= 1));
        REQUIRE(result.passed == (result.score == 1));
        REQUIRE(result.passed == result.unmet.empty());
        REQUIRE(result.passed == result.evidence["holds"].get<bool>());
    }
    // A generator that never gets past the compiler would prove nothing.
    CHECK(judged_cases > 3000);
}
