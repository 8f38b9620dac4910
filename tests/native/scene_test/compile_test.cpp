#include "fixture.hpp"

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

std::string nested(std::size_t levels)
{
    std::string text;
    for (std::size_t i = 1; i < levels; ++i)
        text += R"({"not":)";
    text += R"({"mode":{"is":"OBJECT"}})";
    return text + std::string(levels - 1, '}');
}

std::string wide(std::size_t nodes)
{
    std::string text = R"({"all":[)";
    for (std::size_t i = 1; i < nodes; ++i) {
        text += std::string(i > 1 ? "," : "") + R"({"mode":{"is":"OBJECT"}})";
    }
    return text + "]}";
}

Result<Condition> tried(const std::string &text)
{
    const auto parsed = parse_json(text);
    REQUIRE(parsed);
    return compile(*parsed);
}

} // namespace

TEST_CASE("a condition names its objects once, sorted, with regions and targets",
          "[scene][compile]")
{
    const auto condition = compiled(
        R"({"all":[{"inside":{"object":"B","region":"Region"}},
                   {"distance":{"object":"B","to":"A","max":1,"unit":"m"}},
                   {"order":{"steps":[{"id":"s","when":{"visible":{"object":"C"}}}]}},
                   {"parented":{"object":"C","to":"Parent"}}]})");

    CHECK(condition.object_names() == std::vector<std::string>{"A", "B", "C", "Parent", "Region"});
    CHECK_FALSE(condition.needs_view());
}

TEST_CASE("a condition that looks says that it needs the view", "[scene][compile]")
{
    CHECK(compiled(R"({"not":{"any":[{"in_view":{"object":"Plate"}}]}})").needs_view());
}

TEST_CASE("a condition gives back the JSON it came from", "[scene][compile]")
{
    const Json source = *parse_json(R"({"id":"x","mode":{"is":"OBJECT"}})");

    CHECK(compile(source)->source() == source);
}

TEST_CASE("a condition may be as deep and wide as the limits say", "[scene][compile]")
{
    CHECK(tried(nested(condition_depth_limit)));
    CHECK(tried(wide(condition_node_limit)));

    const auto deep = tried(nested(condition_depth_limit + 1));
    REQUIRE_FALSE(deep);
    CHECK(deep.error().code == Errc::limit_exceeded);
    const auto many = tried(wide(condition_node_limit + 1));
    REQUIRE_FALSE(many);
    CHECK(many.error().code == Errc::limit_exceeded);
    CHECK(many.error().field == "trigger_conditions.all[511]");
}

TEST_CASE("names are limited by characters, not bytes", "[scene][compile]")
{
    const auto with_name = [](std::size_t characters) {
        std::string name;
        for (std::size_t i = 0; i < characters; ++i)
            name += "ü";
        return tried(R"({"visible":{"object":")" + name + R"("}})");
    };

    CHECK(with_name(condition_name_limit));
    const auto rejected = with_name(condition_name_limit + 1);
    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().code == Errc::limit_exceeded);
    CHECK(rejected.error().field == "trigger_conditions.visible.object");
}

TEST_CASE("the path of a fault begins with the name that the caller gave", "[scene][compile]")
{
    const auto rejected = compile(Json::object(), "unit_data.triggers[3].conditions");

    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().field == "unit_data.triggers[3].conditions");
}

TEST_CASE("a megabyte in the wrong place is rejected in a short sentence", "[scene][compile]")
{
    const std::string big(1'000'000, 'x');
    const Json source = GENERATE_COPY(Json{{big, 1}}, Json{{"mode", {{"is", big}}}},
                                      Json{{"mode", {{big, "OBJECT"}}}}, Json(big));

    const auto rejected = compile(source);

    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().field.size() + rejected.error().message.size() +
              rejected.error().remedy.size() <
          1000);
}

TEST_CASE("numbers that no JSON text can hold are rejected too", "[scene][compile]")
{
    const double bad =
        GENERATE(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity());
    Json source = *parse_json(R"({"distance":{"object":"A","to":"B","max":1,"unit":"m"}})");
    source["distance"]["max"] = bad;

    const auto rejected = compile(source);

    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().field == "trigger_conditions.distance.max");
}
