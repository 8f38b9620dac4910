#include "mcp/schema.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace mvr;
using namespace mvr::mcp;

namespace {

const Json &profile_schema()
{
    static const Json schema = object({
        req("learner_id", string().length(1, 8).describe("Whose profile.")),
        opt("time_commitment", integer().between(5, 180)),
        opt("ratio", number().between(0.0, 1.0)),
        opt("speed", number().above(0.0)),
        opt("note", string().or_null()),
        opt("goals", array(string().one_of({"view", "order"})).size(1, 3)),
        opt("static_profile", object({opt("demographic", object({opt("age_range", string())}))})),
        opt("context", any_object()),
        opt("active", boolean()),
    });
    return schema;
}

Json with(const char *member, Json value)
{
    Json profile = {{"learner_id", "l1"}};
    profile[member] = std::move(value);
    return profile;
}

} // namespace

TEST_CASE("what the schema allows passes", "[mcp][schema]")
{
    const auto value = GENERATE(values(
        {Json{{"learner_id", "l1"}}, with("time_commitment", 5), with("time_commitment", 180),
         with("time_commitment", 60.0), with("ratio", 0), with("ratio", 1.0), with("speed", 1e-9),
         with("note", nullptr), with("note", "x"), with("goals", {"view", "order", "view"}),
         with("learner_id", "größe"), with("learner_id", "12345678"), with("active", false),
         with("static_profile", {{"demographic", {{"age_range", "18-25"}}}}),
         with("context", {{"any", {1, "two", nullptr, {{"three", 3}}}}})}));
    CAPTURE(value.dump());

    const auto checked = validate(profile_schema(), value);

    CHECK(checked);
}

TEST_CASE("what it forbids is refused with the path, the fault and the remedy", "[mcp][schema]")
{
    const auto [value, field, message,
                remedy] = GENERATE(table<Json, std::string, std::string, std::string>({
        {Json::object(), "learner_id", "'learner_id' is missing", "Give a string."},
        {Json{{"learner_idd", "x"}}, "learner_idd", "unknown member 'learner_idd'",
         "Did you mean 'learner_id'?"},
        {with("learner_id", ""), "learner_id", "'learner_id' has 0 characters",
         "Give from 1 to 8 characters."},
        {with("learner_id", "123456789"), "learner_id", "'learner_id' has 9 characters",
         "Give from 1 to 8 characters."},
        {with("learner_id", 7), "learner_id", "'learner_id' must be a string, not the number 7",
         "Give a string."},
        {with("time_commitment", 4), "time_commitment",
         "'time_commitment' is 4, which is out of range", "Give a number from 5 to 180."},
        {with("time_commitment", 5.5), "time_commitment",
         "'time_commitment' must be an integer, not the number 5.5", "Give an integer."},
        {with("time_commitment", 1e300), "time_commitment",
         "'time_commitment' must be an integer, not the number 1e+300", "Give an integer."},
        {with("ratio", 1.0001), "ratio", "'ratio' is 1.0001, which is out of range",
         "Give a number from 0.0 to 1.0."},
        {with("ratio", std::numeric_limits<double>::quiet_NaN()), "ratio",
         "'ratio' must be a number, not a number that is not finite", "Give a number."},
        {with("speed", 0), "speed", "'speed' is 0, which is out of range",
         "Give a number above 0.0."},
        {with("note", false), "note", "'note' must be a string or null, not a boolean",
         "Give a string or null."},
        {with("goals", Json::array()), "goals", "'goals' has 0 items", "Give from 1 to 3 items."},
        {with("goals", {"view", "vew"}), "goals[1]",
         "'goals[1]' is \"vew\", which is none of the allowed values",
         "Use one of \"view\", \"order\"."},
        {with("static_profile", {{"demographic", {{"age_range", 30}}}}),
         "static_profile.demographic.age_range",
         "'static_profile.demographic.age_range' must be a string, not the number 30",
         "Give a string."},
        {with("static_profile", {{"demographics", Json::object()}}), "static_profile.demographics",
         "unknown member 'static_profile.demographics'", "Did you mean 'demographic'?"},
        {with("context", {{"x", std::numeric_limits<double>::infinity()}}), "context.x",
         "'context.x' is a number that is not finite", "Give a finite number."},
        {Json::array(), "", "the arguments must be an object, not an array", "Give an object."},
    }));
    CAPTURE(value.dump());

    const auto checked = validate(profile_schema(), value);

    REQUIRE_FALSE(checked);
    CHECK(checked.error().code == Errc::invalid_argument);
    CHECK(checked.error().field == field);
    CHECK(checked.error().message == message);
    CHECK(checked.error().remedy == remedy);
}

TEST_CASE("nothing is unbounded where the schema names no limit", "[mcp][schema]")
{
    const Json schema =
        object({opt("text", string()), opt("list", array(integer())), opt("free", any_object())});
    const std::string longest(default_string_limit, 'x');
    const Json largest(default_array_limit, 1);
    const std::string megabyte(1'000'000, 'x');

    CHECK(validate(schema, {{"text", longest}}));
    CHECK(validate(schema, {{"list", largest}}));
    CHECK_FALSE(validate(schema, {{"text", longest + "x"}}));
    CHECK_FALSE(validate(schema, {{"list", Json(default_array_limit + 1, 1)}}));

    const auto checked = validate(schema, {{"free", {{"deep", {{"er", megabyte}}}}}});
    REQUIRE_FALSE(checked);
    CHECK(checked.error().field == "free.deep.er");
    CHECK(checked.error().message.size() < 200);
}

TEST_CASE("an unknown member with a name of a megabyte makes a short error", "[mcp][schema]")
{
    const auto checked = validate(profile_schema(), {{std::string(1'000'000, 'n'), 1}});

    REQUIRE_FALSE(checked);
    CHECK(checked.error().message.size() < 200);
    CHECK(checked.error().field.size() < 200);
}

TEST_CASE("a root path stands before every field", "[mcp][schema]")
{
    const auto checked = validate(profile_schema(), with("time_commitment", 1), "unit_data");

    REQUIRE_FALSE(checked);
    CHECK(checked.error().field == "unit_data.time_commitment");
}

TEST_CASE("an output schema takes the result and every refusal, and nothing else", "[mcp][schema]")
{
    const Json schema = or_error(object({req("sum", number())}));
    check_schema(schema, true);

    CHECK(validate(schema, {{"sum", 1}}));
    CHECK(validate(schema,
                   {{"error", {{"code", "C"}, {"message", "m"}, {"details", Json::object()}}}}));
    CHECK_FALSE(validate(schema, {{"sum", "1"}}));
    CHECK_FALSE(validate(schema, Json::object()));
}

TEST_CASE("a schema that promises what is not checked is refused at start", "[mcp][schema]")
{
    const auto schema = GENERATE(values<Json>({
        {{"type", "string"}, {"pattern", "^a$"}},
        {{"type", "str"}},
        {{"type", "object"}, {"properties", {{"a", {{"format", "email"}}}}}},
        {{"type", "array"}, {"items", {{"uniqueItems", true}}}},
        {{"type", "string"}, {"maxLength", -1}},
        {{"type", "object"}, {"required", {"a"}}},
        {{"type", "object"}, {"additionalProperties", Json::object()}},
        {{"anyOf", {{{"type", "string"}}}}},
    }));
    CAPTURE(schema.dump());

    CHECK_THROWS_AS(check_schema(schema, false), Failure);
}

TEST_CASE("a keyword on a schema of another type is refused at start", "[mcp][schema]")
{
    CHECK_THROWS_AS(string().between(1, 2), Failure);
    CHECK_THROWS_AS(integer().length(1, 2), Failure);
    CHECK_THROWS_AS(object({}).size(1, 2), Failure);
    CHECK_THROWS_AS(object({opt("a", string()), req("a", string())}), Failure);
}
