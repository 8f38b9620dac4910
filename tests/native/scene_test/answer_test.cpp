#include "fixture.hpp"

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

using Said = std::vector<std::string>;

const std::string first_bolt = R"({"answer":{"question":"Which bolt comes first?","kind":"choice",)"
                               R"("options":["Bolt 1","Bolt 3","Bolt 5"],"correct":"Bolt 3"}})";
const std::string star = R"({"answer":{"question":"In which order?","kind":"order",)"
                         R"("options":["1","2","3"],"correct":["3","1","2"]}})";
const std::string torque = R"({"answer":{"question":"How many Nm?","kind":"number",)"
                           R"("correct":60,"tolerance":2.5}})";

Snapshot answered(const std::string &question, Answer answer, double seconds = 0)
{
    Snapshot made = scene_of({}, seconds);
    made.answers[question] = std::move(answer);
    return made;
}

bool holds(const std::string &condition, const std::string &question, Answer answer)
{
    return judged(condition, answered(question, std::move(answer))).passed;
}

} // namespace

TEST_CASE("a choice is right when it is the very text", "[scene][answer]")
{
    const std::string question = "Which bolt comes first?";

    CHECK(holds(first_bolt, question, "Bolt 3"));
    CHECK_FALSE(holds(first_bolt, question, "Bolt 1"));
    CHECK_FALSE(holds(first_bolt, question, "bolt 3"));
    CHECK_FALSE(holds(first_bolt, "Another question?", "Bolt 3"));
}

TEST_CASE("an order is right when all of it is", "[scene][answer]")
{
    const std::string question = "In which order?";

    CHECK(holds(star, question, Said{"3", "1", "2"}));
    CHECK_FALSE(holds(star, question, Said{"3", "2", "1"}));
    CHECK_FALSE(holds(star, question, Said{"3", "1"}));
}

TEST_CASE("a number is right up to its tolerance, which belongs to it", "[scene][answer]")
{
    const std::string question = "How many Nm?";

    CHECK(holds(torque, question, 60.0));
    CHECK(holds(torque, question, 62.5));
    CHECK(holds(torque, question, 57.5));
    CHECK_FALSE(holds(torque, question, 62.51));
    CHECK_FALSE(holds(torque, question, 57.49));
    CHECK_FALSE(holds(torque, question, "60"));
    const std::string exact = R"({"answer":{"question":"Q","kind":"number","correct":9.81}})";
    CHECK(holds(exact, "Q", 9.81));
    CHECK_FALSE(holds(exact, "Q", 9.8));
}

TEST_CASE("a question that is not answered is not begun, and neither right nor wrong",
          "[scene][answer]")
{
    const auto found = judged(first_bolt, scene_of({}));

    CHECK_FALSE(found.passed);
    CHECK(found.evidence["problem"] == "not begun");
    CHECK(english(found.unmet) == Said{"“Which bolt comes first?” is not answered yet."});
    CHECK_FALSE(judged(R"({"not":)" + first_bolt + "}", scene_of({})).passed);
}

TEST_CASE("a wrong answer is said, and what is right is in no sentence", "[scene][answer]")
{
    const auto said = [](const std::string &condition, const std::string &question, Answer answer) {
        return english(judged(condition, answered(question, std::move(answer))).unmet);
    };

    CHECK(said(first_bolt, "Which bolt comes first?", "Bolt 1") ==
          Said{"Your answer to “Which bolt comes first?” is “Bolt 1”; that is not right yet."});
    CHECK(said(star, "In which order?", Said{"1", "2", "3"}) ==
          Said{"Your answer to “In which order?” is “1, 2, 3”; that is not right yet."});
    CHECK(said(torque, "How many Nm?", 55.5) ==
          Said{"Your answer to “How many Nm?” is 55.5; that is not right yet."});
}

TEST_CASE("evidence holds what was asked, what is right and what was given", "[scene][answer]")
{
    const Json choice = judged(first_bolt, answered("Which bolt comes first?", "Bolt 1")).evidence;
    CHECK(choice["question"] == "Which bolt comes first?");
    CHECK(choice["kind"] == "choice");
    CHECK(choice["correct"] == "Bolt 3");
    CHECK(choice["given"] == "Bolt 1");
    CHECK(judged(first_bolt, scene_of({})).evidence.count("given") == 0);

    const Json number = judged(torque, answered("How many Nm?", 61.0)).evidence;
    CHECK(number["given"] == 61.0);
    CHECK(number["limit"]["tolerance"] == 2.5);
}

TEST_CASE("answering is a change, and the same answer again is none", "[scene][answer]")
{
    Tracker tracker(compiled(first_bolt), scene_of({}));
    const std::string question = "Which bolt comes first?";

    tracker.observe(answered(question, "Bolt 1", 1));
    CHECK(tracker.standing().changed == Said{question});
    const auto state = tracker.standing().state;
    tracker.observe(answered(question, "Bolt 1", 2));
    CHECK(tracker.standing().changed.empty());
    CHECK(tracker.standing().state == state);
    tracker.observe(answered(question, "Bolt 3", 3));
    CHECK(tracker.standing().changed == Said{question});
    CHECK(tracker.standing().state != state);
    CHECK(tracker.standing().holds);
}

TEST_CASE("a condition lists its questions once, with the options as authored", "[scene][answer]")
{
    const auto questions =
        compiled(R"({"all":[)" + first_bolt + "," + star + "," + first_bolt + "]}").questions();

    REQUIRE(questions.size() == 2);
    CHECK(questions[0].text == "Which bolt comes first?");
    CHECK(questions[0].options == Said{"Bolt 1", "Bolt 3", "Bolt 5"});
    CHECK(questions[1].kind == QuestionKind::order);
}
