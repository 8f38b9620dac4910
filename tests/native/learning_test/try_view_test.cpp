#include "try_run.hpp"

#include "support/error.hpp"

using namespace mvr::learning;
using namespace mvr::learning::test;

TEST_CASE("entering the view that is asked for begins the first try only", "[learning][try]")
{
    Run run({"a"});
    run.enters("a", right);
    CHECK(run.looks().size() == 1);
    run.waits("a", wrong);
    run.enters("a", right);
    CHECK(run.looks().empty());
}

TEST_CASE("after a failed try entering the view begins another one", "[learning][try]")
{
    Run run({"a"});
    run.enters("a", wrong);
    CHECK(run.submits().ended.size() == 1);
    run.enters("a", right);
    CHECK(run.looks().size() == 1);
}

TEST_CASE("who turned the view and hands in what is not to be seen has tried", "[learning][try]")
{
    Run run({"plate"});
    run.turns_view("plate", wrong);
    CHECK(run.looks().empty());
    CHECK(run.fold().progress("plate").begun); // what Done would end was begun
    CHECK_FALSE(run.fold().progress("plate").running);

    const Submission first = run.submits();
    REQUIRE(first.ended.size() == 1);
    CHECK(first.ended[0].ending == TryOutcome::failed);
    CHECK(first.ended[0].began_seconds < first.ended[0].ended_seconds + 1e-9);
    CHECK(first.not_begun.empty());

    CHECK(run.submits().ended.empty()); // nothing was looked at since
    run.turns_view("plate", wrong);
    CHECK(run.submits().ended.size() == 1);
}

TEST_CASE("handing in without having turned the view is still nothing begun", "[learning][try]")
{
    Run run({"plate"});
    run.waits("plate", at_start);
    CHECK(run.submits().not_begun == std::vector<std::string>{"plate"});
}

TEST_CASE("turning the view after the plate was read is no other try", "[learning][try]")
{
    Run run({"plate"});
    run.enters("plate", right);
    REQUIRE(run.looks().size() == 1);
    run.turns_view("plate", wrong);
    CHECK(run.submits().ended.empty());
}

TEST_CASE("turning the view while what it asks for holds begins nothing", "[learning][try]")
{
    Run run({"plate"}, true);
    run.turns_view("plate", right);
    CHECK(run.submits().not_begun == std::vector<std::string>{"plate"});
}
