#include "learning/prerequisites.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace mvr;
using namespace mvr::learning;

using Ids = std::vector<std::string>;

namespace {

const std::vector<Unit> flange{
    {"find_plate", {}},
    {"remove_guard", {"find_plate"}},
    {"seat_gasket", {"remove_guard"}},
    {"tighten", {"remove_guard", "seat_gasket"}},
};

} // namespace

TEST_CASE("an order that is already right is kept", "[learning][prerequisites]")
{
    CHECK(order_units(flange).value() ==
          Ids{"find_plate", "remove_guard", "seat_gasket", "tighten"});
    CHECK(order_units({}).value().empty());

    const std::vector<Unit> unrelated{{"c", {}}, {"a", {}}, {"b", {}}};
    CHECK(order_units(unrelated).value() == Ids{"c", "a", "b"});
}

TEST_CASE("a unit comes after what it needs, and otherwise as authored",
          "[learning][prerequisites]")
{
    const std::vector<Unit> units{{"d", {"b"}}, {"a", {}}, {"b", {"c"}}, {"c", {}}, {"e", {}}};

    CHECK(order_units(units).value() == Ids{"a", "c", "b", "d", "e"});
}

TEST_CASE("a cycle is rejected with its whole path", "[learning][prerequisites]")
{
    const auto [units, path, field] = GENERATE(table<std::vector<Unit>, std::string, std::string>({
        {{{"a", {"b"}}, {"b", {"a"}}}, "a -> b -> a", "units[0].prerequisite_units[0]"},
        {{{"a", {"a"}}}, "a -> a", "units[0].prerequisite_units[0]"},
        {{{"x", {}}, {"a", {"x", "c"}}, {"b", {"a"}}, {"c", {"b"}}},
         "a -> c -> b -> a",
         "units[1].prerequisite_units[1]"},
        // What only leads into the circle is not named.
        {{{"in", {"p"}}, {"p", {"q"}}, {"q", {"p"}}},
         "p -> q -> p",
         "units[1].prerequisite_units[0]"},
    }));
    CAPTURE(path);

    const auto ordered = order_units(units);

    REQUIRE_FALSE(ordered);
    CHECK(ordered.error().code == Errc::invalid_argument);
    CHECK(ordered.error().message == "The prerequisites form a circle: " + path + ".");
    CHECK(ordered.error().field == field);
    CHECK_FALSE(ordered.error().remedy.empty());
}

TEST_CASE("a circle of 100 000 units is found without deep recursion", "[learning][prerequisites]")
{
    constexpr std::size_t n = 100'000;
    const auto id = [](std::size_t i) { return std::to_string(i % n).insert(0, 1, 'u'); };
    std::vector<Unit> units;
    for (std::size_t i = 0; i < n; ++i)
        units.push_back({id(i), {id(i + 1)}});
    REQUIRE_FALSE(order_units(units));

    units.back().prerequisite_units.clear();
    const auto ordered = order_units(units);
    REQUIRE(ordered);
    CHECK(ordered->front() == "u99999");
    CHECK(ordered->back() == "u0");
}

TEST_CASE("an unknown prerequisite is rejected by name and place", "[learning][prerequisites]")
{
    const std::vector<Unit> units{{"a", {}}, {"b", {"a", "ghost"}}};

    const auto ordered = order_units(units);

    REQUIRE_FALSE(ordered);
    CHECK(ordered.error().message == "Unit `b` needs `ghost`, and there is no such unit.");
    CHECK(ordered.error().field == "units[1].prerequisite_units[1]");
}

TEST_CASE("a repeated and an empty id are rejected by place", "[learning][prerequisites]")
{
    const std::vector<Unit> repeated{{"a", {}}, {"b", {}}, {"a", {}}};
    CHECK(order_units(repeated).error().message == "The unit id `a` is used twice.");
    CHECK(order_units(repeated).error().field == "units[2].unit_id");

    const std::vector<Unit> empty{{"a", {}}, {"", {}}};
    CHECK(order_units(empty).error().field == "units[1].unit_id");
}

TEST_CASE("a prerequisite named twice counts once", "[learning][prerequisites]")
{
    const std::vector<Unit> units{{"b", {"a", "a"}}, {"a", {}}};

    CHECK(order_units(units).value() == Ids{"a", "b"});
}

TEST_CASE("a learner is ready for what is not mastered and builds only on what is",
          "[learning][prerequisites]")
{
    const auto [mastered, ready] = GENERATE(table<std::set<std::string, std::less<>>, Ids>({
        {{}, {"find_plate"}},
        {{"find_plate"}, {"remove_guard"}},
        {{"find_plate", "remove_guard"}, {"seat_gasket"}},
        {{"find_plate", "remove_guard", "seat_gasket"}, {"tighten"}},
        {{"seat_gasket"}, {"find_plate"}},
        {{"remove_guard"}, {"find_plate", "seat_gasket"}},
        {{"find_plate", "remove_guard", "seat_gasket", "tighten"}, {}},
    }));

    CHECK(ready_units(flange, mastered) == ready);
}
