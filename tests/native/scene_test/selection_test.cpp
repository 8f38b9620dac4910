#include "fixture.hpp"

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

const std::string selected = R"({"selected":{"object":"Bolt"}})";
const std::string active = R"({"selected":{"object":"Bolt","active":true}})";

Snapshot picked(std::set<std::string, std::less<>> names, std::string active_name,
                double seconds = 0)
{
    Snapshot made = scene_of({object("Bolt"), object("Nut", {2, 0, 0})}, seconds);
    made.selection = {std::move(names), std::move(active_name)};
    return made;
}

std::vector<std::string> said(const std::string &condition, const Snapshot &scene)
{
    return english(judged(condition, scene).unmet);
}

} // namespace

TEST_CASE("selected holds for what is selected, beside whatever else is", "[scene][selected]")
{
    CHECK(judged(selected, picked({"Bolt"}, "")).passed);
    CHECK(judged(selected, picked({"Bolt", "Nut"}, "Nut")).passed);
    CHECK_FALSE(judged(selected, picked({"Nut"}, "Nut")).passed);
    CHECK_FALSE(judged(selected, picked({}, "")).passed);
}

TEST_CASE("what is active but not selected is not selected", "[scene][selected]")
{
    CHECK_FALSE(judged(selected, picked({}, "Bolt")).passed);
    CHECK_FALSE(judged(active, picked({}, "Bolt")).passed);
}

TEST_CASE("active asks for the one that was selected last", "[scene][selected]")
{
    CHECK(judged(active, picked({"Bolt", "Nut"}, "Bolt")).passed);
    CHECK_FALSE(judged(active, picked({"Bolt", "Nut"}, "Nut")).passed);
    CHECK(judged(active, picked({"Bolt"}, "Bolt")).evidence["measured"] == "active");
    CHECK(judged(active, picked({"Bolt"}, "")).evidence["measured"] == "selected");
}

TEST_CASE("what is not selected says what to do", "[scene][selected]")
{
    using Said = std::vector<std::string>;
    CHECK(said(selected, picked({}, "")) == Said{"Bolt is not selected; select it."});
    CHECK(said(active, picked({"Bolt", "Nut"}, "Nut")) ==
          Said{"Bolt is selected, but it is not the active object; select it last."});
    CHECK(said(R"({"not":)" + selected + "}", picked({"Bolt"}, "Bolt")) ==
          Said{"Bolt is selected; this must not be so."});
}

TEST_CASE("a selection is entered when the learner brings it about, and is no change of an object",
          "[scene][selected]")
{
    Tracker tracker(compiled(selected), picked({}, ""));
    CHECK_FALSE(tracker.standing().entered);

    tracker.observe(picked({"Bolt"}, "Bolt", 1));
    CHECK(tracker.standing().holds);
    CHECK(tracker.standing().entered);
    CHECK(tracker.standing().changed.empty());

    tracker.observe(picked({}, "Bolt", 2));
    CHECK_FALSE(tracker.standing().holds);
    CHECK_FALSE(tracker.standing().entered);
}
