#include "support/json_schema.hpp"
#include "support/json_writer.hpp"
#include "support/strict_reader.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

using namespace mvr;

namespace {

enum class Goal { view, order };

struct Demographic {
    std::optional<std::string> age_range;
};
struct StaticProfile {
    std::optional<Demographic> demographic;
};
struct Profile {
    std::string learner_id;
    std::optional<int> time_commitment;
    std::optional<double> ratio;
    OrNull<std::string> note;
    std::optional<std::vector<Goal>> goals;
    std::optional<StaticProfile> static_profile;
    std::optional<AnyObject> context;
    bool active = true;
    std::optional<std::array<double, 3>> place;
    std::map<std::string, int> counts;
};

} // namespace

namespace mvr {

template <> struct EnumText<Goal> : TextsInOrder<Goal> {
    static constexpr std::array<std::string_view, 2> texts{"view", "order"};
};
template <> struct Description<Demographic> {
    static constexpr std::tuple members{Member{"age_range", &Demographic::age_range, ""}};
};
template <> struct Description<StaticProfile> {
    static constexpr std::tuple members{Member{"demographic", &StaticProfile::demographic, ""}};
};
template <> struct Description<Profile> {
    using T = Profile;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, "Whose profile.", text(1, 8)},
        Member{"time_commitment", &T::time_commitment, "Of a session", numbers(5, 180).in("min")},
        Member{"ratio", &T::ratio, "", numbers(0, 1)},
        Member{"note", &T::note, "", or_default},
        Member{"goals", &T::goals, "", items(1, 3)},
        Member{"static_profile", &T::static_profile, ""},
        Member{"context", &T::context, ""},
        Member{"active", &T::active, "", or_default},
        Member{"place", &T::place, "", numbers(-10, 10).in("m")},
        Member{"counts", &T::counts, "", or_default},
    };
};

} // namespace mvr

namespace {

Result<Profile> read(const Json &json, std::string_view root = {})
{
    static JsonTape tape;
    auto parsed = tape.parse(to_text(json));
    if (!parsed) return parsed.error();
    return read_described<Profile>(*parsed, root);
}

Json with(const char *member, Json value)
{
    Json profile = {{"learner_id", "l1"}};
    profile[member] = std::move(value);
    return profile;
}

} // namespace

TEST_CASE("what the description allows is read", "[support][strict]")
{
    const auto value = GENERATE(values(
        {Json{{"learner_id", "l1"}}, with("time_commitment", 5), with("time_commitment", 180),
         with("time_commitment", 60.0), with("ratio", 0), with("ratio", 1.0), with("note", nullptr),
         with("note", "x"), with("goals", {"view", "order", "view"}), with("learner_id", "größe"),
         with("learner_id", "12345678"), with("active", false), with("place", {1, 2.5, -10}),
         with("static_profile", {{"demographic", {{"age_range", "18-25"}}}}),
         with("counts", {{"a", 1}, {"b", 2}}),
         with("context", {{"any", {1, "two", nullptr, {{"three", 3}}}}})}));
    CAPTURE(value.dump());

    const auto read_back = read(value);

    REQUIRE(read_back);
    // What was written is read again as the same.
    const Json written = Json::parse(json_text_of(*read_back));
    for (const auto &[name, member] : value.items())
        CHECK(written[name] == member);
}

TEST_CASE("what is missing has the struct's default, and the schema says which",
          "[support][strict]")
{
    const Json schema = arguments_schema<Profile>();

    CHECK(read({{"learner_id", "l1"}})->active);
    CHECK(schema["properties"]["active"]["default"] == true);
    CHECK(schema["required"] == Json{"learner_id"});
    CHECK(schema["properties"]["time_commitment"] == Json{{"type", "integer"},
                                                          {"minimum", 5},
                                                          {"maximum", 180},
                                                          {"description", "Of a session, in min"}});
    CHECK(schema["properties"]["place"]["minItems"] == 3);
    CHECK(schema["properties"]["goals"]["items"]["enum"] == Json{"view", "order"});
    CHECK(schema["additionalProperties"] == false);
}

TEST_CASE("what it forbids is rejected with the path, the fault and the remedy",
          "[support][strict]")
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
         "'time_commitment' is 4, which is out of range", "Give a number from 5 to 180 min."},
        {with("time_commitment", 5.5), "time_commitment",
         "'time_commitment' must be an integer, not the number 5.5", "Give an integer."},
        {with("ratio", "1"), "ratio", "'ratio' must be a number, not a string", "Give a number."},
        {with("goals", {"view", "viewing"}), "goals[1]",
         "'goals[1]' is \"viewing\", which is none of the allowed values",
         "Use one of \"view\", \"order\"."},
        {with("goals", Json::array()), "goals", "'goals' has 0 items", "Give from 1 to 3 items."},
        {with("place", {1, 2}), "place", "'place' has 2 items", "Give from 3 to 3 items."},
        {with("place", {1, 2, 11}), "place[2]", "'place[2]' is 11, which is out of range",
         "Give a number from -10 to 10 m."},
        {with("static_profile", {{"demographic", {{"age", 1}}}}), "static_profile.demographic.age",
         "unknown member 'static_profile.demographic.age'",
         "Leave it out, or use one of \"age_range\"."},
        {with("active", nullptr), "active", "'active' must be a boolean, not null",
         "Give a boolean."},
        {with("counts", {{"a", "1"}}), "counts.a", "'counts.a' must be an integer, not a string",
         "Give an integer."},
        {with("context", Json::array()), "context", "'context' must be an object, not an array",
         "Give an object."},
    }));
    CAPTURE(value.dump());

    const auto rejected = read(value);

    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().code == Errc::invalid_argument);
    CHECK(rejected.error().field == field);
    CHECK(rejected.error().message == message);
    CHECK(rejected.error().remedy == remedy);
}

TEST_CASE("an unknown member with a name of a megabyte makes a short error", "[support][strict]")
{
    const auto rejected = read({{std::string(1'000'000, 'n'), 1}});

    REQUIRE_FALSE(rejected);
    CHECK(rejected.error().message.size() < 200);
    CHECK(rejected.error().field.size() < 200);
}

TEST_CASE("a root path stands before every field", "[support][strict]")
{
    CHECK(read(with("time_commitment", 1), "unit_data").error().field ==
          "unit_data.time_commitment");
}

TEST_CASE("a tape reads one text after another, and numbers to their last bit", "[support][json]")
{
    JsonTape tape;
    for (const char *text : {"0.1", "1e-400", "9007199254740993", "18446744073709551615", "-0.0",
                             "2.2250738585072014e-308", "123456789012345678901234567890"}) {
        CAPTURE(text);
        const auto read_number = tape.parse(text);
        REQUIRE(read_number);
        CHECK(read_number->number() == std::strtod(text, nullptr));
    }
    const auto again = tape.parse(R"({"a":[1,{"b":"\u00fc\n"}],"c":null})");
    REQUIRE(again);
    CHECK(again->to_json() == Json{{"a", {1, {{"b", "ü\n"}}}}, {"c", nullptr}});
    CHECK_FALSE(again->find("d"));
    CHECK(again->find("a").size() == 2);
}
