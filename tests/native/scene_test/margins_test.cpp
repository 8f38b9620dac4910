#include "scene/margins.hpp"

#include "fixture.hpp"

using namespace mvr;

namespace {

std::vector<scene::Margin> margins_of(const std::string &json)
{
    return scene::margins(scene::test::compiled(json));
}

} // namespace

TEST_CASE("a maximum leaves as much on both sides of the aim", "[scene][margins]")
{
    const auto found = margins_of(
        R"({"distance": {"object": "Gasket", "to": "Seat", "max": 3, "tolerance": 1, "unit": "mm"}})");
    REQUIRE(found.size() == 1);
    CHECK(found[0].object == "Gasket");
    CHECK(found[0].to == "Seat");
    CHECK(found[0].width_m == Approx(0.008));
}

TEST_CASE("two limits leave what lies between them, and a point has no name", "[scene][margins]")
{
    const auto found = margins_of(
        R"({"distance": {"object": "Cup", "to": [0, 0, 1], "min": 2, "max": 5, "unit": "cm"}})");
    REQUIRE(found.size() == 1);
    CHECK(found[0].to.empty());
    CHECK(found[0].width_m == Approx(0.03));
}

TEST_CASE("standing asks for a gap, and for a place where its author says how far off",
          "[scene][margins]")
{
    const auto found = margins_of(
        R"({"stands_on": {"object": "Cup", "on": "Saucer", "off_centre": 20, "unit": "mm"}})");
    REQUIRE(found.size() == 2);
    CHECK(found[0].width_m == Approx(0.01));
    CHECK(found[1].width_m == Approx(0.04));
}

TEST_CASE("minima, angles and what is below a not ask for no place", "[scene][margins]")
{
    CHECK(margins_of(R"({"moved": {"object": "Cup", "min": 1, "unit": "mm"}})").empty());
    CHECK(margins_of(R"({"turned": {"object": "Cup", "axis": "z", "min": 80, "max": 90,
                         "unit": "deg"}})")
              .empty());
    CHECK(margins_of(R"({"not": {"near": {"object": "Cup", "to": "Pot", "max": 1,
                         "unit": "mm"}}})")
              .empty());
}

TEST_CASE("conditions inside conditions are gone through in the order in which they stand",
          "[scene][margins]")
{
    const auto found = margins_of(R"({"all": [
        {"near": {"object": "A", "to": "B", "max": 1, "unit": "mm"}},
        {"any": [{"near": {"object": "C", "to": "B", "max": 2, "unit": "mm"}}]}]})");
    REQUIRE(found.size() == 2);
    CHECK(found[0].object == "A");
    CHECK(found[1].object == "C");
}
