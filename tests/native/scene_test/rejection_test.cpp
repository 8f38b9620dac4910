#include "fixture.hpp"

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

struct Rejected {
    std::string json;
    std::string field; ///< behind "trigger_conditions"
    std::string hint;  ///< stands in the remedy
};

void check(const Rejected &row)
{
    CAPTURE(row.json);
    const auto parsed = parse_json(row.json);
    REQUIRE(parsed);

    const auto condition = compile(*parsed);

    REQUIRE_FALSE(condition);
    CHECK(condition.error().code == Errc::invalid_argument);
    CHECK(condition.error().field == "trigger_conditions" + row.field);
    CHECK_FALSE(condition.error().message.empty());
    CHECK_THAT(condition.error().remedy, Catch::Contains(row.hint));
}

const std::string leaf = R"({"mode":{"is":"OBJECT"}})";

} // namespace

TEST_CASE("a malformed node is rejected with its path", "[scene][rejection]")
{
    check(GENERATE(values<Rejected>({
        {"[]", "", "all, any, not, near"},
        {"null", "", "duration"},
        {"{}", "", "all, any"},
        {R"({"id":"a"})", "", "all, any"},
        {R"({"nearly":{}})", ".nearly", "distance"},
        {R"({"mode":{"is":"OBJECT"},"tool":{"is":"x"}})", "", "\"all\""},
        {R"({"mode":{"is":"OBJECT"},"weight":1})", ".weight", "all, any"},
        {R"({"mode":{"is":"OBJECT"},"id":7})", ".id", "text"},
        {R"({"mode":{"is":"OBJECT"},"feedback":""})", ".feedback", "text"},
        {R"({"mode":"OBJECT"})", ".mode", "is"},
        {R"({"mode":{"is":null}})", ".mode.is", "text"},
        {R"({"mode":{"is":"OBJECT","not":1}})", ".mode.not", "is"},
        {R"({"tool":{}})", ".tool.is", "text"},
    })));
}

TEST_CASE("a malformed list is rejected with its path", "[scene][rejection]")
{
    check(GENERATE(values<Rejected>({
        {R"({"all":[]})", ".all", "array"},
        {R"({"all":{}})", ".all", "array"},
        {R"({"any":"x"})", ".any", "array"},
        {R"({"all":[)" + leaf + R"(,{"any":[7]}]})", ".all[1].any[0]", "all, any"},
        {R"({"all":[)" + leaf + "," + leaf +
             R"(,{"distance":{"object":"A","to":"B","max":"2","unit":"mm"}}]})",
         ".all[2].distance.max", "number"},
        {R"({"not":[]})", ".not", "all, any"},
        {R"({"not":{"not":{}}})", ".not.not", "all, any"},
        {R"({"count":{"min":1}})", ".count.of", "array"},
        {R"({"count":{"of":[],"min":1}})", ".count.of", "array"},
        {R"({"count":{"of":[)" + leaf + "]}}", ".count", "min"},
        {R"({"count":{"of":[)" + leaf + R"(],"min":2}})", ".count.min", "0 to 1"},
        {R"({"count":{"of":[)" + leaf + R"(],"max":-1}})", ".count.max", "0 to 1"},
        {R"({"count":{"of":[)" + leaf + R"(],"min":0.5}})", ".count.min", "whole"},
        {R"({"count":{"of":[)" + leaf + R"(],"min":1,"max":0}})", ".count.min", "Exchange"},
        {R"({"count":{"of":[)" + leaf + R"(,{}],"min":1}})", ".count.of[1]", "all, any"},
    })));
}

TEST_CASE("a malformed order or duration is rejected with its path", "[scene][rejection]")
{
    check(GENERATE(values<Rejected>({
        {R"({"order":{}})", ".order.steps", "array"},
        {R"({"order":[]})", ".order", "steps"},
        {R"({"order":{"steps":[]}})", ".order.steps", "array"},
        {R"({"order":{"steps":[7]}})", ".order.steps[0]", "id, when, feedback"},
        {R"({"order":{"steps":[{"when":)" + leaf + "}]}}", ".order.steps[0].id", "text"},
        {R"({"order":{"steps":[{"id":"a"}]}})", ".order.steps[0].when", "condition"},
        {R"({"order":{"steps":[{"id":"a","when":{}}]}})", ".order.steps[0].when", "all, any"},
        {R"({"order":{"steps":[{"id":"a","when":)" + leaf + R"(},{"id":"a","when":)" + leaf +
             "}]}}",
         ".order.steps[1].id", "own"},
        {R"({"duration":{"min":1,"unit":"s"}})", ".duration.of", "condition"},
        {R"({"duration":{"of":)" + leaf + R"(,"unit":"s"}})", ".duration.min", "how long"},
        {R"({"duration":{"of":)" + leaf + R"(,"min":1}})", ".duration.unit", "ms, s, min"},
        {R"({"duration":{"of":)" + leaf + R"(,"min":1,"unit":"h"}})", ".duration.unit",
         "ms, s, min"},
        {R"({"duration":{"of":)" + leaf + R"(,"min":-1,"unit":"s"}})", ".duration.min",
         "at least 0"},
        {R"({"duration":{"of":)" + leaf + R"(,"min":1,"max":2,"unit":"s"}})", ".duration.max",
         "min"},
        {R"({"duration":{"of":{},"min":1,"unit":"s"}})", ".duration.of", "all, any"},
        {R"({"within":{"max":1,"unit":"s"}})", ".within.of", "condition"},
        {R"({"within":{"of":)" + leaf + R"(,"unit":"s"}})", ".within.max", "how long"},
        {R"({"within":{"of":)" + leaf + R"(,"max":1}})", ".within.unit", "ms, s, min"},
        {R"({"within":{"of":)" + leaf + R"(,"max":-1,"unit":"s"}})", ".within.max", "at least 0"},
        {R"({"within":{"of":{},"max":1,"unit":"s"}})", ".within.of", "all, any"},
    })));
}

TEST_CASE("a malformed length or angle is rejected with its path", "[scene][rejection]")
{
    check(GENERATE(values<Rejected>({
        {R"({"distance":{"to":"B","max":1,"unit":"m"}})", ".distance.object", "text"},
        {R"({"distance":{"object":"","to":"B","max":1,"unit":"m"}})", ".distance.object", "text"},
        {R"({"distance":{"object":"A","max":1,"unit":"m"}})", ".distance.to", "[x, y, z]"},
        {R"({"distance":{"object":"A","to":"A","max":1,"unit":"m"}})", ".distance.to", "another"},
        {R"({"distance":{"object":"A","to":[0,0],"max":1,"unit":"m"}})", ".distance.to",
         "[x, y, z]"},
        {R"({"distance":{"object":"A","to":[0,0,"z"],"max":1,"unit":"m"}})", ".distance.to",
         "[x, y"},
        {R"({"distance":{"object":"A","to":7,"max":1,"unit":"m"}})", ".distance.to", "text"},
        {R"({"distance":{"object":"A","to":"B","unit":"m"}})", ".distance", "\"min\""},
        {R"({"distance":{"object":"A","to":"B","max":1}})", ".distance.unit", "mm, cm, m"},
        {R"({"distance":{"object":"A","to":"B","max":1,"unit":"deg"}})", ".distance.unit",
         "mm, cm, m"},
        {R"({"distance":{"object":"A","to":"B","max":1,"unit":3}})", ".distance.unit", "mm, cm, m"},
        {R"({"distance":{"object":"A","to":"B","max":-1,"unit":"m"}})", ".distance.max",
         "at least 0"},
        {R"({"distance":{"object":"A","to":"B","min":2,"max":1,"unit":"m"}})", ".distance.min",
         "Exchange"},
        {R"({"distance":{"object":"A","to":"B","max":1,"tolerance":-1,"unit":"m"}})",
         ".distance.tolerance", "0 or more"},
        {R"({"distance":{"object":"A","to":"B","max":1,"unit":"m","axis":"x"}})", ".distance.axis",
         "object, to, min, max, tolerance, unit"},
        {R"({"angle":{"object":"A","to":[0,0,1],"max":1,"unit":"deg"}})", ".angle.axis", "-z"},
        {R"({"angle":{"object":"A","axis":"w","to":[0,0,1],"max":1,"unit":"deg"}})", ".angle.axis",
         "-z"},
        {R"({"angle":{"object":"A","axis":"z","to":[0,0,0],"max":1,"unit":"deg"}})", ".angle.to",
         "not 0"},
        {R"({"angle":{"object":"A","axis":"z","to":"B","max":1,"unit":"deg"}})", ".angle.to_axis",
         "-z"},
        {R"({"angle":{"object":"A","axis":"z","to":[0,0,1],"to_axis":"z","max":1,"unit":"deg"}})",
         ".angle.to_axis", "Leave it out"},
        {R"({"angle":{"object":"A","axis":"z","to":[0,0,1],"max":181,"unit":"deg"}})", ".angle.max",
         "at most 180"},
        {R"({"angle":{"object":"A","axis":"z","to":[0,0,1],"max":1,"unit":"mm"}})", ".angle.unit",
         "deg, rad"},
        {R"({"aligned":{"object":"A","axis":"z","max_angle":1,"unit":"deg"}})", ".aligned.to_axis",
         "-z"},
        {R"({"aligned":{"object":"A","axis":"z","to":"A","to_axis":"z","max_angle":1,"unit":"deg"}})",
         ".aligned.to", "another"},
        {R"({"aligned":{"object":"A","axis":"z","to_axis":"z","unit":"deg"}})",
         ".aligned.max_angle", "parallel"},
        {R"({"aligned":{"object":"A","axis":"z","to_axis":"z","max_angle":91,"unit":"deg"}})",
         ".aligned.max_angle", "at most 90"},
        {R"({"dimensions":{"object":"A","min":1,"unit":"m"}})", ".dimensions.axis", "-z"},
        {R"({"dimensions":{"object":"A","axis":"x","unit":"m"}})", ".dimensions", "\"min\""},
        {R"({"dimensions":{"object":"A","axis":"x","min":1,"unit":"deg"}})", ".dimensions.unit",
         "mm, cm, m"},
        {R"({"inside":{"object":"A"}})", ".inside.region", "text"},
        {R"({"inside":{"object":"A","region":"A"}})", ".inside.region", "another"},
        {R"({"inside":{"object":"A","region":"B","tolerance":1}})", ".inside.unit", "mm, cm, m"},
        {R"({"inside":{"object":"A","region":"B","tolerance":-1,"unit":"mm"}})",
         ".inside.tolerance", "0 or more"},
        {R"({"moved":{"object":"A","unit":"m"}})", ".moved", "\"max\""},
        {R"({"moved":{"object":"A","min":1}})", ".moved.unit", "mm, cm, m"},
        {R"({"turned":{"object":"A","min":1,"unit":"deg"}})", ".turned.axis", "-z"},
        {R"({"turned":{"object":"A","axis":"z","min":1,"unit":"turns"}})", ".turned.unit",
         "deg, rad"},
    })));
}

TEST_CASE("a malformed question is rejected with its path", "[scene][rejection]")
{
    const std::string ask = R"({"answer":{"question":"Q","kind":)";
    check(GENERATE_COPY(values<Rejected>({
        {R"({"answer":{"options":["a","b"],"correct":"a"}})", ".answer.question", "text"},
        {R"({"answer":{"question":"Q","correct":"a"}})", ".answer.options", "2 to 20"},
        {ask + R"("choice","options":["a"],"correct":"a"}})", ".answer.options", "2 to 20"},
        {ask + R"("choice","options":["a","a"],"correct":"a"}})", ".answer.options", "different"},
        {ask + R"("choice","options":["a",7],"correct":"a"}})", ".answer.options", "texts"},
        {ask + R"("choice","options":["a","b"],"correct":"A"}})", ".answer.correct", "options"},
        {ask + R"("choice","options":["a","b"]}})", ".answer.correct", "text"},
        {ask + R"("choice","options":["a","b"],"correct":"a","tolerance":1}})", ".answer.tolerance",
         "Leave it out"},
        {ask + R"("order","options":["a","b"],"correct":["b"]}})", ".answer.correct", "2 to 2"},
        {ask + R"("order","options":["a","b"],"correct":["b","c"]}})", ".answer.correct",
         "options"},
        {ask + R"("order","options":["a","b"],"correct":["a","b"]}})", ".answer.options",
         "another order"},
        {ask + R"("number","correct":"5"}})", ".answer.correct", "number"},
        {ask + R"("number"}})", ".answer.correct", "number"},
        {ask + R"("number","correct":5,"options":["a","b"]}})", ".answer.options", "Leave it out"},
        {ask + R"("number","correct":5,"tolerance":-1}})", ".answer.tolerance", "0 or more"},
        {ask + R"("essay","correct":5}})", ".answer.kind", "choice, order, number"},
    })));
}

TEST_CASE("a malformed view or state is rejected with its path", "[scene][rejection]")
{
    check(GENERATE(values<Rejected>({
        {R"({"in_view":{}})", ".in_view.object", "text"},
        {R"({"in_view":{"object":"A","max_distance":1}})", ".in_view.unit", "mm, cm, m"},
        {R"({"in_view":{"object":"A","unit":"m"}})", ".in_view.unit", "max_distance"},
        {R"({"in_view":{"object":"A","facing_axis":"z"}})", ".in_view.max_facing_angle", "angle"},
        {R"({"in_view":{"object":"A","max_facing_angle":1,"angle_unit":"deg"}})",
         ".in_view.facing_axis", "-z"},
        {R"({"in_view":{"object":"A","facing_axis":"z","max_facing_angle":1}})",
         ".in_view.angle_unit", "deg, rad"},
        {R"({"in_view":{"object":"A","angle_unit":"deg"}})", ".in_view.angle_unit", "facing_axis"},
        {R"({"in_view":{"object":"A","min_screen_fraction":1.1}})", ".in_view.min_screen_fraction",
         "0 to 1"},
        {R"({"in_view":{"object":"A","min":1}})", ".in_view.min", "min_screen_fraction"},
        {R"({"view_turned":{"unit":"deg"}})", ".view_turned.min", "how far"},
        {R"({"view_turned":{"min":90}})", ".view_turned.unit", "deg, rad"},
        {R"({"view_turned":{"min":-1,"unit":"deg"}})", ".view_turned.min", "at least 0"},
        {R"({"view_turned":{"min":1,"max":2,"unit":"deg"}})", ".view_turned.max", "min"},
        {R"({"view_zoomed":{}})", ".view_zoomed.min", "factor"},
        {R"({"view_zoomed":{"min":0.5}})", ".view_zoomed.min", "at least 1"},
        {R"({"visible":{"object":["A"]}})", ".visible.object", "text"},
        {R"({"hidden":{}})", ".hidden.object", "text"},
        {R"({"property":{"object":"A","name":"p"}})", ".property", "equals"},
        {R"({"property":{"object":"A","equals":1}})", ".property.name", "text"},
        {R"({"property":{"object":"A","name":"p","equals":null}})", ".property.equals",
         "true, false"},
        {R"({"property":{"object":"A","name":"p","equals":[1]}})", ".property.equals",
         "true, false"},
        {R"({"property":{"object":"A","name":"p","equals":18446744073709551615}})",
         ".property.equals", "smaller"},
        {R"({"property":{"object":"A","name":"p","equals":1,"min":1}})", ".property.equals",
         "either"},
        {R"({"property":{"object":"A","name":"p","min":2,"max":1}})", ".property.min", "Exchange"},
        {R"({"selected":{"active":true}})", ".selected.object", "text"},
        {R"({"selected":{"object":"A","active":"yes"}})", ".selected.active", "true or false"},
        {R"({"has_modifier":{"object":"A"}})", ".has_modifier.type", "text"},
        {R"({"has_modifier":{"object":"A","type":"Subdivision Surface"}})", ".has_modifier.type",
         "SUBSURF"},
        {R"({"has_modifier":{"object":"A","type":"BEVEL","name":7}})", ".has_modifier.name",
         "text"},
        {R"({"has_modifier":{"object":"A","type":"BEVEL","shown":1}})", ".has_modifier.shown",
         "true or false"},
        {R"({"mesh":{"object":"A"}})", ".mesh", "\"min\""},
        {R"({"mesh":{"object":"A","min":0.5}})", ".mesh.min", "whole"},
        {R"({"mesh":{"object":"A","max":-1}})", ".mesh.max", "whole"},
        {R"({"mesh":{"object":"A","min":2,"max":1}})", ".mesh.min", "Exchange"},
        {R"({"mesh":{"object":"A","count_of":"loops","min":1}})", ".mesh.count_of",
         "faces, edges, vertices"},
        {R"({"manifold":{}})", ".manifold.object", "text"},
        {R"({"parented":{"object":"A"}})", ".parented.to", "text"},
        {R"({"parented":{"object":"A","to":"A"}})", ".parented.to", "another"},
        {R"({"has_material":{"object":"A"}})", ".has_material.material", "text"},
    })));
}
