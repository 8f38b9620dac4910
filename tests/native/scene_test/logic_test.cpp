#include "fixture.hpp"

using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// A list of conditions, one for each letter: 1 holds, 0 does not, ? has nothing to measure.
std::string conditions(std::string_view letters)
{
    std::string list = "[";
    for (const char letter : letters) {
        if (list.size() > 1) list += ",";
        list += letter == '1'   ? R"({"visible":{"object":"Shown"}})"
                : letter == '0' ? R"({"visible":{"object":"Hidden"}})"
                                : R"({"visible":{"object":"Gone"}})";
    }
    return list + "]";
}

Evaluation judged_here(const std::string &json)
{
    auto hidden = object("Hidden");
    hidden.visible = false;
    return judged(json, scene_of({object("Shown"), hidden}));
}

struct Row {
    std::string json;
    bool passed;
    double score;
};

} // namespace

TEST_CASE("all, any, not and count hold and score as they are defined", "[scene][logic]")
{
    const auto row = GENERATE(values<Row>({
        {R"({"all":)" + conditions("111") + "}", true, 1},
        {R"({"all":)" + conditions("101") + "}", false, 2.0 / 3},
        {R"({"all":)" + conditions("1?1") + "}", false, 2.0 / 3},
        {R"({"any":)" + conditions("001") + "}", true, 1},
        {R"({"any":)" + conditions("00") + "}", false, 0},
        {R"({"any":)" + conditions("?1") + "}", true, 1},
        {R"({"any":)" + conditions("?0") + "}", false, 0},
        {R"({"any":[{"all":)" + conditions("100") + R"(},{"all":)" + conditions("10") + "}]}",
         false, 1.0 / 2},
        {R"({"not":{"all":)" + conditions("10") + "}}", true, 1},
        {R"({"not":{"all":)" + conditions("11") + "}}", false, 0},
        {R"({"not":{"all":)" + conditions("1?") + "}}", false, 0},
        {R"({"not":{"all":)" + conditions("0?") + "}}", true, 1},
        {R"({"not":{"any":)" + conditions("0?") + "}}", false, 0},
        {R"({"not":{"not":)" + conditions("1").substr(1, conditions("1").size() - 2) + "}}", true,
         1},
        {R"({"count":{"min":2,"of":)" + conditions("1010") + "}}", true, 1},
        {R"({"count":{"min":3,"of":)" + conditions("1010") + "}}", false, 2.0 / 3},
        {R"({"count":{"max":2,"of":)" + conditions("1010") + "}}", true, 1},
        {R"({"count":{"max":1,"of":)" + conditions("1010") + "}}", false, 1.0 / 2},
        {R"({"count":{"max":0,"of":)" + conditions("1010") + "}}", false, 0},
        {R"({"count":{"min":2,"max":2,"of":)" + conditions("1010") + "}}", true, 1},
        {R"({"count":{"min":0,"of":)" + conditions("00") + "}}", true, 1},
        {R"({"count":{"max":1,"of":)" + conditions("1?") + "}}", false, 1.0 / 2},
        {R"({"count":{"min":2,"of":)" + conditions("1?") + "}}", false, 1.0 / 2},
    }));
    CAPTURE(row.json);

    const auto result = judged_here(row.json);

    CHECK(result.passed == row.passed);
    CHECK(result.score == Approx(row.score));
    CHECK(result.evidence["holds"] == row.passed);
    CHECK(result.unmet.empty() == row.passed);
}

TEST_CASE("evidence keeps the tree, with the ids and feedback of the author", "[scene][evidence]")
{
    const auto result = judged_here(
        R"({"all":[{"id":"a","visible":{"object":"Shown"}},
                   {"not":{"id":"b","feedback":"Show it.","visible":{"object":"Hidden"}}}]})");

    const auto &children = result.evidence["children"];
    REQUIRE(children.size() == 2);
    CHECK(children[0]["id"] == "a");
    CHECK(children[0]["holds"] == true);
    CHECK(children[0]["measured"] == true);
    CHECK(children[1]["predicate"] == "not");
    CHECK(children[1]["children"][0]["feedback"] == "Show it.");
    CHECK(children[1]["children"][0]["holds"] == false);
}
