#include "try_run.hpp"

#include "support/error.hpp"

using namespace mvr::learning;
using namespace mvr::learning::test;

TEST_CASE("a last-level hint makes no later pass of the run an own one", "[learning][try]")
{
    Run run({"a", "b"});
    run.moves("x", "a", right);
    CHECK(run.looks().at(0).own());
    run.fold().hint_shown(false);
    run.moves("y", "b", wrong);
    run.fold().hint_shown(true);
    run.moves("y", "b", right);

    const auto ended = run.looks();

    CHECK(ended.at(0).last_level_hint);
    CHECK_FALSE(ended.at(0).own());
}

TEST_CASE("a last-level hint about one checkpoint is no help for another", "[learning][try]")
{
    Run run({"a", "b"});
    run.fold().hint_shown(true, "a");
    run.moves("x", "a", right);
    run.moves("y", "b", right);

    const auto ended = run.looks();

    REQUIRE(ended.size() == 2);
    CHECK_FALSE(ended.at(0).own());
    CHECK(ended.at(1).own());
}

TEST_CASE("the progress of a try says that it was corrected", "[learning][try]")
{
    Run run({"a"});
    run.moves("x", "a", wrong);
    CHECK_FALSE(run.fold().progress("a").corrected);
    run.fold().correction_shown("a", std::vector<std::string>{"x"});
    CHECK(run.fold().progress("a").corrected);
    run.moves("x", "a", right);
    run.looks();
    CHECK_FALSE(run.fold().progress("a").corrected);
}

TEST_CASE("a hint below the last level leaves a pass an own one", "[learning][try]")
{
    Run run({"a"});
    run.fold().hint_shown(false);
    run.moves("x", "a", right);
    CHECK(run.looks().at(0).own());
}

TEST_CASE("a correction counts for the try that it was shown in", "[learning][try]")
{
    Run run({"a"});
    run.moves("x", "a", wrong);
    run.fold().correction_shown("a", std::vector<std::string>{"x"});
    run.moves("x", "a", right);
    const auto first = run.looks();
    CHECK(first.at(0).corrected);
    CHECK_FALSE(first.at(0).own());

    run.moves("x", "a", wrong);
    run.moves("x", "a", right);
    CHECK(run.looks().at(0).own());
}

TEST_CASE("to read what is still to be done is no correction", "[learning][try]")
{
    Run run({"a"});
    run.moves("x", "a", wrong);
    run.fold().correction_shown("a", std::vector<std::string>{"y", "z"});
    run.moves("y", "a", right);
    CHECK(run.looks().at(0).own());

    run.moves("y", "a", wrong);
    run.fold().correction_shown("a", std::vector<std::string>{"x"}); // touched in the try before
    run.moves("y", "a", right);
    CHECK(run.looks().at(0).own());
}

TEST_CASE("to read of a violated order is a correction, whatever it speaks of", "[learning][try]")
{
    Run run({"a"});
    run.moves("x", "a", {.holds = false, .broken = true, .state = 5});
    run.fold().correction_shown("a", {});
    run.undoes("x", "a", wrong);
    run.moves("x", "a", right);
    CHECK_FALSE(run.looks().at(0).own());
}
