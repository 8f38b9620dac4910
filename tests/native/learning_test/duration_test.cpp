#include "learning/duration.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::learning;

TEST_CASE("durations are read as people, models and ISO 8601 write them", "[learning][duration]")
{
    const auto [text, seconds, kept] = GENERATE(table<std::string, int, std::string>({
        // The pathway specification's form.
        {"15_minutes", 900, "15_minutes"},
        {"1_minute", 60, "1_minute"},
        {"1_hour", 3600, "1_hour"},
        {"24_hours", 86400, "24_hours"},
        {"90_seconds", 90, "90_seconds"},
        {"1_second", 1, "1_second"},
        {"007_minutes", 420, "7_minutes"},
        {"60_minutes", 3600, "1_hour"},
        {"1.5_hours", 5400, "90_minutes"},
        // As people write.
        {"15 minutes", 900, "15_minutes"},
        {"15 min", 900, "15_minutes"},
        {"15 Min", 900, "15_minutes"},
        {"15min", 900, "15_minutes"},
        {" 15  minutes ", 900, "15_minutes"},
        {"1 h", 3600, "1_hour"},
        {"2 hrs", 7200, "2_hours"},
        {"1.5 h", 5400, "90_minutes"},
        {"1,5 h", 5400, "90_minutes"},
        {"90 s", 90, "90_seconds"},
        {"90 sec", 90, "90_seconds"},
        {"120 s", 120, "2_minutes"},
        {"1 hour 30 minutes", 5400, "90_minutes"},
        {"1 hour, 30 minutes", 5400, "90_minutes"},
        {"1 hour and 30 minutes", 5400, "90_minutes"},
        {"1_hour_30_minutes", 5400, "90_minutes"},
        {"1h30m", 5400, "90_minutes"},
        {"1h 5m 10s", 3910, "3910_seconds"},
        {"0.25 h", 900, "15_minutes"},
        {"0.333 h", 1199, "1199_seconds"}, // to the second
        // ISO 8601-1:2019, 5.5.2: designators, a fraction in the smallest part only.
        {"PT15M", 900, "15_minutes"},
        {"pt15m", 900, "15_minutes"},
        {"PT1H", 3600, "1_hour"},
        {"PT1H30M", 5400, "90_minutes"},
        {"PT1.5H", 5400, "90_minutes"},
        {"PT0,25H", 900, "15_minutes"},
        {"PT90S", 90, "90_seconds"},
        {"P1D", 86400, "24_hours"},
        {"P0DT2H", 7200, "2_hours"},
    }));
    CAPTURE(text);

    const auto duration = parse_duration(text);

    REQUIRE(duration);
    CHECK(duration->count() == seconds);
    CHECK(duration_text(*duration) == kept);
}

TEST_CASE("what is kept of a duration is read back as the same", "[learning][duration]")
{
    for (int seconds = 1; seconds <= longest_duration.count(); ++seconds) {
        const auto again = parse_duration(duration_text(std::chrono::seconds(seconds)));
        if (!again || again->count() != seconds) FAIL(duration_text(std::chrono::seconds(seconds)));
    }
    SUCCEED("every whole second of a day");
}

TEST_CASE("the default is in the form that is kept", "[learning][duration]")
{
    CHECK(duration_text(parse_duration(default_duration).value()) == default_duration);
}

TEST_CASE("a text that is no duration is rejected with examples", "[learning][duration]")
{
    const auto text = GENERATE(
        as<std::string>{}, "", " ", "_", "15", "minutes", "_minutes", "15_days", "-5_minutes",
        "+5_minutes", "0x10_seconds", "15__minutes", "1e3_seconds", "1:30", "15 minutes or so",
        "about 15 minutes", "30 minutes 1 hour", "1 h 1 h", "1.5 h 10 min", "1. h", ".5 h",
        "1 h and", "1_hour_", "nan h", "inf h", "15\xc2\xa0min", "P", "PT", "PT15", "P15M", "P1Y",
        "P2W", "PT1M1H", "P1DT", "PT1.5H30M", "T15M", "-PT15M", "PT-15M", "PT 15 M");
    CAPTURE(text);

    const auto duration = parse_duration(text);

    REQUIRE_FALSE(duration);
    CHECK(duration.error().code == Errc::invalid_argument);
    CHECK(duration.error().message == "\"" + text + "\" is not a duration.");
    CHECK(duration.error().remedy.find("\"15 min\"") != std::string::npos);
}

TEST_CASE("no time and more than a day are rejected as such", "[learning][duration]")
{
    for (const std::string text : {"0_hours", "PT0S", "0.4 s"})
        CHECK(parse_duration(text).error().message == "\"" + text + "\" is no time at all.");
    for (const std::string text : {"25_hours", "86401_seconds", "9223372036854775807_hours", "P2D",
                                   "24 h 1 s", "99999999999999999999_seconds"}) {
        CAPTURE(text);
        CHECK(parse_duration(text).error().message == "\"" + text + "\" is longer than 24 hours.");
    }
}
