#include "support/json.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace mvr;

TEST_CASE("parse_json reads what to_text writes", "[support][json]")
{
    const std::string text = R"({"a":[1,2.5,"ü",null,true],"b":{"c":-7}})";

    auto value = parse_json(text);

    REQUIRE(value);
    CHECK(to_text(*value) == text);
}

TEST_CASE("parse_json rejects what a client must not send", "[support][json]")
{
    const auto text = GENERATE(as<std::string>{}, "", "{", "[1,]", "{\"a\":1,\"a\":2}", "1e400",
                               "nul", "\"\xff\"", "\xEF\xBB\xBF{}", "{} {}", "NaN");
    CAPTURE(text);

    auto value = parse_json(text);

    REQUIRE_FALSE(value);
    CHECK(value.error().code == Errc::invalid_argument);
    CHECK_FALSE(value.error().message.empty());
}

TEST_CASE("parse_json takes 64 levels and rejects more, however many", "[support][json]")
{
    const auto nested = [](std::size_t levels) {
        return std::string(levels, '[') + std::string(levels, ']');
    };

    CHECK(parse_json(nested(json_depth_limit)));
    for (const std::size_t levels :
         {json_depth_limit + 1, std::size_t{1'000}, std::size_t{1'000'000}}) {
        CAPTURE(levels);
        CHECK_FALSE(parse_json(nested(levels)));
    }
}

TEST_CASE("to_text replaces bytes that are not UTF-8", "[support][json]")
{
    CHECK(to_text(Json("bolt\xff")) == "\"bolt\xEF\xBF\xBD\"");
}
