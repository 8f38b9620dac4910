#include "worked_unit.hpp"

#include <limits>

using namespace mvr;
using namespace mvr::session;
using namespace mvr::session::test;

namespace {

const std::string question = "Which part is hot?";
const std::string hot = R"({"answer":{"question":"Which part is hot?","options":["A","B","C"],)"
                        R"("correct":"B"}})";
const std::string size =
    R"({"answer":{"question":"How long?","kind":"number","correct":2,"tolerance":0.1}})";
const std::string order = R"({"answer":{"question":"In which order?","kind":"order",)"
                          R"("options":["A","B"],"correct":["B","A"]}})";

void answer(WorkedUnit &unit, const std::string &text)
{
    REQUIRE(unit.run().set_answer(question, text));
    unit.observe(0.1);
}

} // namespace

TEST_CASE("a right answer passes after the dwell", "[session][answer]")
{
    WorkedUnit unit({{"q", hot}, {"a", near_seat("A")}});
    answer(unit, "B");
    CHECK(unit.run().progress("q").running);
    CHECK_FALSE(unit.run().progress("a").begun);
    unit.observe(0.6);
    CHECK(unit.reported() == Reported{"q passed"});
}

TEST_CASE("a wrong answer begins a try, which fails when it is submitted", "[session][answer]")
{
    WorkedUnit unit({{"q", hot}});
    answer(unit, "A");
    unit.observe(5);
    CHECK(unit.reported().empty());
    CHECK(unit.run().progress("q").begun);

    CHECK(unit.run().submit(unit.seconds()).empty());
    CHECK(unit.reported() == Reported{"q failed"});
}

TEST_CASE("who was shown that an answer is wrong passes with a correction", "[session][answer]")
{
    WorkedUnit unit({{"q", hot}});
    answer(unit, "A");
    unit.run().correction_shown("q");
    answer(unit, "B");
    unit.observe(0.6);

    const auto outcomes = unit.run().take_outcomes();
    REQUIRE(outcomes.size() == 1);
    CHECK(std::get<TryEnded>(outcomes.front()).finished.corrected);
}

TEST_CASE("a question that nobody answered is not begun", "[session][answer]")
{
    WorkedUnit unit({{"q", hot}});
    unit.move("A", {0, 0, 0});
    CHECK_FALSE(unit.run().progress("q").begun);
    CHECK(unit.run().submit(unit.seconds()) == Reported{"q"});
}

TEST_CASE("questions are listed with their options and the answer", "[session][answer]")
{
    WorkedUnit unit({{"q", hot}, {"s", size}, {"a", near_seat("A")}});
    REQUIRE(unit.run().set_answer("How long?", 3.0));
    const auto questions = unit.run().questions();

    REQUIRE(questions.size() == 2);
    CHECK(questions[0].checkpoint_id == "q");
    CHECK(questions[0].question.options == Reported{"A", "B", "C"});
    CHECK_FALSE(questions[0].given);
    CHECK(questions[1].question.kind == scene::QuestionKind::number);
    CHECK(questions[1].given == scene::Answer(3.0));
}

TEST_CASE("what is no answer to a question is rejected and changes nothing", "[session][answer]")
{
    WorkedUnit unit({{"q", hot}, {"s", size}, {"o", order}});
    const auto code_of = [&](const std::string &asked, scene::Answer value) {
        const auto set = unit.run().set_answer(asked, std::move(value));
        REQUIRE_FALSE(set);
        CHECK_FALSE(set.error().remedy.empty());
        return set.error().code;
    };

    CHECK(code_of("Which part is cold?", "A") == Errc::not_found);
    CHECK(code_of(question, "D") == Errc::invalid_argument);
    CHECK(code_of(question, 1.0) == Errc::invalid_argument);
    CHECK(code_of("How long?", "2") == Errc::invalid_argument);
    CHECK(code_of("How long?", std::numeric_limits<double>::infinity()) == Errc::invalid_argument);
    CHECK(code_of("In which order?", Reported{"A"}) == Errc::invalid_argument);
    CHECK(code_of("In which order?", Reported{"A", "A"}) == Errc::invalid_argument);
    unit.observe(1);
    for (const AskedQuestion &one : unit.run().questions())
        CHECK_FALSE(one.given);
    CHECK_FALSE(unit.run().progress("q").begun);
}

TEST_CASE("one question in two checkpoints is answered once", "[session][answer]")
{
    WorkedUnit unit({{"p", hot}, {"q", hot}});
    answer(unit, "B");
    unit.observe(0.6);
    CHECK(unit.reported() == Reported{"p passed", "q passed"});
}

TEST_CASE("answering ends a pause, as touching the work does", "[session][answer]")
{
    WorkedUnit unit({{"q", hot}});
    unit.run().pause(unit.seconds());
    CHECK_FALSE(unit.run().resume_for_work(unit.seconds()));
    REQUIRE(unit.run().set_answer(question, "B"));
    CHECK(unit.run().resume_for_work(unit.seconds()));
    unit.observe(0.1);
    unit.observe(0.6);
    CHECK(unit.reported() == Reported{"q passed"});
}

TEST_CASE("an answer stands in an order like any other step", "[session][answer]")
{
    WorkedUnit unit({{"o", R"({"order":{"steps":[{"id":"ask","when":)" + hot +
                               R"(},{"id":"move","when":)" + near_seat("A") + "}]}}"}});
    unit.move("A", {0, 0, 0});
    CHECK(unit.reported() == Reported{"o broken"});
    unit.undo("A", {1, 0, 0});
    CHECK(unit.reported() == Reported{"o corrected"});
    answer(unit, "B");
    unit.move("A", {0, 0, 0});
    unit.observe(0.6);
    CHECK(unit.reported() == Reported{"o passed"});
}
