#include "generated.hpp"
#include "motion/idle.hpp"
#include "motion/operations.hpp"
#include "motion/selection.hpp"
#include "support/error.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::motion;

TEST_CASE("a selection of 42 right, 3 wrong and 6 missed", "[motion][selection]")
{
    const SelectionAccuracy accuracy = selection_accuracy({42, 3, 6});

    CHECK(accuracy.precision.value() == Approx(42.0 / 45));
    CHECK(accuracy.recall.value() == Approx(42.0 / 48));
    CHECK(accuracy.f1.value() == Approx(.903226).margin(5e-7));
    CHECK(accuracy.overlap.value() == Approx(.823529).margin(5e-7));
}

TEST_CASE("a selection of nothing has no precision, one of nothing wanted no recall",
          "[motion][selection]")
{
    CHECK_FALSE(selection_accuracy({0, 0, 4}).precision);
    CHECK(selection_accuracy({0, 0, 4}).recall == 0);
    CHECK_FALSE(selection_accuracy({0, 4, 0}).recall);
    CHECK_FALSE(selection_accuracy({}).f1);
    CHECK_THROWS_AS(selection_accuracy({-1, 0, 0}), Failure);
}

TEST_CASE("F1 lies between precision and recall, the overlap below", "[motion][property]")
{
    Movements some(2);
    for (int i = 0; i < 500; ++i) {
        const auto count = [&] { return static_cast<std::int64_t>(some.between(1, 50)); };
        const SelectionAccuracy a = selection_accuracy({count(), count(), count()});

        CHECK(*a.f1 >= std::min(*a.precision, *a.recall) - 1e-12);
        CHECK(*a.f1 <= std::max(*a.precision, *a.recall) + 1e-12);
        CHECK(*a.overlap == Approx(*a.f1 / (2 - *a.f1)));
    }
}

TEST_CASE("tool use is counted against what was needed, undone and by shortcut",
          "[motion][operations]")
{
    const OperationCounts work{12, 3, 6, 2};

    CHECK(tool_efficiency(6, 12).value() == Approx(.5));
    CHECK(tool_efficiency(6, 4).value() == 1);
    CHECK(undo_rate(work).value() == Approx(.25));
    CHECK(shortcut_share(work).value() == Approx(.75));
    CHECK(operations_per_minute(work, 90).value() == Approx(8));
}

TEST_CASE("without an operation, or without knowing, there is no figure", "[motion][operations]")
{
    CHECK_FALSE(tool_efficiency(0, 12));
    CHECK_FALSE(tool_efficiency(4, 0));
    CHECK_FALSE(undo_rate({}));
    CHECK_FALSE(shortcut_share({5, 1, 0, 0}));
    CHECK_FALSE(operations_per_minute({5, 0, 0, 0}, 0));
    CHECK(undo_rate({1, 4, 0, 0}).value() == 1);
}

TEST_CASE("only stillness more than five seconds behind the last input is idle", "[motion][idle]")
{
    // Moves for 2 s, is still until 20 s, with an input at 8 s: idle are 7..8 and 13..20.
    const std::vector<TimedSpeed> speeds{{0, 1}, {1, 1}, {2, 0}, {20, 1}};

    CHECK(idle_share(speeds, std::vector<double>{0, 1, 2, 8}).value() == Approx(8.0 / 20));
    CHECK(idle_share(speeds, std::vector<double>{}).value() == Approx(15.0 / 20));
}

TEST_CASE("slow is idle below two hundredths of the median speed, not at it", "[motion][idle]")
{
    const std::vector<TimedSpeed> at_limit{{0, 1}, {1, .02}, {50, 1}, {51, 1}};
    const std::vector<TimedSpeed> below{{0, 1}, {1, .0199}, {50, 1}, {51, 1}};

    CHECK(idle_share(at_limit, std::vector<double>{0}).value() == 0);
    CHECK(idle_share(below, std::vector<double>{0}).value() == Approx(45.0 / 51));
}

TEST_CASE("no time has no idle share", "[motion][idle]")
{
    CHECK_FALSE(idle_share(std::vector<TimedSpeed>{}, std::vector<double>{}));
    CHECK_FALSE(idle_share(std::vector<TimedSpeed>{{1, 1}}, std::vector<double>{}));
}
