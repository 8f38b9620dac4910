#include "motion/view.hpp"
#include "vectors.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace mvr;
using namespace mvr::motion;

TEST_CASE("zoom is best at about a third of the picture and falls with each doubling",
          "[motion][view]")
{
    for (const Json &row : motion_vectors("zoom").at("rows")) {
        CAPTURE(row.at("occupancy").get<double>());
        CHECK(zoom_appropriateness(row.at("occupancy")).value() ==
              Approx(row.at("score").get<double>()).epsilon(1e-12));
    }
}

TEST_CASE("a target out of the picture has no zoom", "[motion][view]")
{
    CHECK_FALSE(zoom_appropriateness(0));
    CHECK_FALSE(zoom_appropriateness(-.1));
    CHECK_FALSE(zoom_appropriateness(std::numeric_limits<double>::quiet_NaN()));
    CHECK_FALSE(zoom_appropriateness(std::numeric_limits<double>::infinity()));
}

TEST_CASE("well framed counts both ends of .2 to .7, by time", "[motion][view]")
{
    const std::vector<Occupancy> seen{{.2, 1}, {.7, 2}, {.19, 3}, {.71, 4}};

    CHECK(well_framed_share(seen).value() == Approx(.3));
    CHECK_FALSE(well_framed_share(std::vector<Occupancy>{}));
}

TEST_CASE("looking back and forth has the entropy of its cells", "[motion][view]")
{
    const Json section = motion_vectors("revisit_entropy");
    const auto cells = section.at("cells").get<std::vector<std::int32_t>>();

    CHECK(revisit_entropy_nats(cells).value() ==
          Approx(section.at("nats").get<double>()).epsilon(1e-12));
    CHECK(revisit_entropy_nats(std::vector<std::int32_t>{3, 3}).value() == 0);
    CHECK_FALSE(revisit_entropy_nats(std::vector<std::int32_t>{}));
}

TEST_CASE("a view cell tells sides, heights and distances apart, and stays under small moves",
          "[motion][view]")
{
    const Vec3 focus{1, 1, 1};
    const auto at = [&](double x, double y, double z) {
        return view_cell(focus + Vec3{x, y, z}, focus);
    };

    CHECK(at(5, 1, 1) == at(5.1, 1.1, 1.05));
    CHECK(at(5, 1, 1) != at(-5, 1, 1));
    CHECK(at(5, 1, 1) != at(5, 1, 8));
    CHECK(at(5, 1, 1) != at(20, 4, 4));
    CHECK(view_cell(focus, focus) == 0);
    CHECK(at(0, 0, 4) == view_cell(Vec3{0, 0, 4}, {})); // straight above, for any focus
}

TEST_CASE("view changes are counted for each operation", "[motion][view]")
{
    CHECK(view_changes_per_operation(9, 6).value() == Approx(1.5));
    CHECK_FALSE(view_changes_per_operation(9, 0));
}
