#include "fixture.hpp"
#include "turned_bolts.hpp"

#include <map>
#include <random>

using namespace mvr::scene;
using namespace mvr::scene::test;

TEST_CASE("a step that came too early and is undone is forgiven, and the order goes on",
          "[scene][undo]")
{
    Bench bench(star);
    bench.turn(1, 36);
    const auto before = bench.now();
    bench.turn(3, 36);
    CHECK(bench.standing().broken);

    bench.undo_to(before);
    CHECK_FALSE(bench.standing().broken);
    CHECK(bench.evaluate().evidence["self_corrected"] == 1);
    CHECK(bench.evaluate().evidence["expected_next"] == "five");
    bench.turn(5, 36);
    bench.turn(3, 36);

    CHECK(bench.evaluate().passed);
    CHECK(bench.evaluate().evidence["self_corrected"] == 1);
}

TEST_CASE("turning back by hand what came too early forgives nothing", "[scene][undo]")
{
    Bench bench(star);
    bench.turn(1, 36);
    bench.turn(3, 36);
    bench.turn(3, -36);

    CHECK(bench.standing().broken);
    bench.turn(5, 36);
    bench.turn(3, 36);
    CHECK_FALSE(bench.evaluate().passed);
    CHECK(bench.evaluate().evidence["self_corrected"] == 0);
}

TEST_CASE("while a step stands that came too early the sentences for the two steps are said",
          "[scene][undo]")
{
    Bench bench(star);
    CHECK(english(bench.evaluate().unmet) ==
          std::vector<std::string>{"The star is not complete.", "0 of 3 steps came in order.",
                                   "The next step is “one”.",
                                   "Bolt 1 has turned 0° about its z axis; at least 35° is "
                                   "needed."});
    bench.turn(1, 36);
    const auto before = bench.now();
    bench.turn(3, 36);

    CHECK(english(bench.evaluate().unmet) ==
          std::vector<std::string>{"Bolt 3 is not due yet.", "Cross to bolt 5."});
    bench.undo_to(before);
    CHECK(english(bench.evaluate().unmet) ==
          std::vector<std::string>{"The star is not complete.", "1 of 3 steps came in order.",
                                   "Cross to bolt 5.",
                                   "Bolt 5 has turned 0° about its z axis; at least 35° is "
                                   "needed."});
}

TEST_CASE("a step done rightly and undone is due again, and is no self-correction", "[scene][undo]")
{
    Bench bench(star);
    bench.turn(1, 36);
    const auto before = bench.now();
    bench.turn(5, 36);
    bench.undo_to(before);

    CHECK(bench.evaluate().evidence["expected_next"] == "five");
    CHECK(bench.evaluate().evidence["self_corrected"] == 0);
    bench.turn(3, 36);
    CHECK(bench.standing().broken);
}

TEST_CASE("redo of what came too early violates the order again", "[scene][undo]")
{
    Bench bench(star);
    bench.turn(1, 36);
    const auto before = bench.now();
    bench.turn(3, 36);
    const auto after = bench.now();
    bench.undo_to(before);
    bench.undo_to(after);

    CHECK(bench.standing().broken);
}

TEST_CASE("redo of several steps at once brings them back in their order", "[scene][undo]")
{
    Bench bench(star);
    const auto start = bench.now();
    bench.turn(1, 36);
    bench.turn(5, 36);
    const auto two = bench.now();
    bench.undo_to(start);
    bench.undo_to(two);

    CHECK_FALSE(bench.standing().broken);
    CHECK(bench.evaluate().evidence["steps"][1]["first_true_seconds"] == 2.0);
    bench.turn(3, 36);
    CHECK(bench.evaluate().passed);
}

TEST_CASE("a step that was undone and is done anew counts from when it is done", "[scene][undo]")
{
    Bench bench(star);
    const auto start = bench.now();
    bench.turn(5, 36);
    bench.undo_to(start);
    bench.turn(1, 36);
    bench.turn(5, 36);

    CHECK_FALSE(bench.standing().broken);
    CHECK(bench.evaluate().evidence["self_corrected"] == 1);
}

TEST_CASE("several undos take several steps back", "[scene][undo]")
{
    Bench bench(star);
    const auto start = bench.now();
    bench.turn(5, 36);
    const auto one = bench.now();
    bench.turn(3, 36);
    bench.undo_to(one);
    CHECK(bench.standing().broken);
    bench.undo_to(start);
    CHECK_FALSE(bench.standing().broken);
    CHECK(bench.evaluate().evidence["self_corrected"] == 2);
}

TEST_CASE("one jump far back in the history takes all steps since then back", "[scene][undo]")
{
    Bench bench(star);
    const auto start = bench.now();
    bench.turn(5, 36);
    bench.turn(3, 36);
    bench.undo_to(start);

    CHECK_FALSE(bench.standing().broken);
    CHECK(bench.evaluate().evidence["self_corrected"] == 2);
}

TEST_CASE("a step that was only passed through is forgiven once its object is back",
          "[scene][undo]")
{
    const std::string through = R"({"order":{"steps":[
        {"id":"first","when":{"moved":{"object":"Bolt 1","min":1,"unit":"m"}}},
        {"id":"gate","when":{"turned":{"object":"Bolt 3","axis":"z","min":30,"max":40,
                                       "unit":"deg"}}}]}})";
    Bench bench(through);
    const auto before = bench.now();
    bench.turn(3, 35); // in one drag through the range …
    bench.turn(3, 35); // … and beyond
    CHECK(bench.standing().broken);

    bench.undo_to(before);

    CHECK_FALSE(bench.standing().broken);
}

TEST_CASE("an undo of something else forgives no step that does not hold at that time",
          "[scene][undo]")
{
    const std::string passing = R"({"order":{"steps":[
        {"id":"first","when":{"turned":{"object":"Bolt 1","axis":"z","min":300,"unit":"deg"}}},
        {"id":"gate","when":{"turned":{"object":"Bolt 3","axis":"z","min":30,"unit":"deg"}}}]}})";
    Bench bench(passing);
    bench.turn(3, 36);
    bench.turn(3, -36); // by hand, to where it was
    const auto before = bench.now();
    bench.turn(5, 36);
    bench.undo_to(before);

    CHECK(bench.standing().broken);
}

TEST_CASE("a mode that was entered too early and left by undo is forgiven", "[scene][undo]")
{
    auto scene = scene_of({object("Cup")});
    Tracker tracker(compiled(R"({"order":{"steps":[
        {"id":"move","when":{"moved":{"object":"Cup","min":1,"unit":"m"}}},
        {"id":"edit","when":{"mode":{"is":"EDIT_MESH"}}}]}})"),
                    scene);
    scene.mode = "EDIT_MESH";
    tracker.observe(scene);
    CHECK(tracker.standing().broken);

    scene.mode = "OBJECT";
    tracker.observe_undone(scene);

    CHECK_FALSE(tracker.standing().broken);
}

TEST_CASE("a turn of more than half a circle undone at once is not taken for another turn",
          "[scene][undo]")
{
    Bench bench(R"({"turned":{"object":"Bolt 1","axis":"z","min":400,"unit":"deg"}})");
    const auto start = bench.now();
    bench.turn(1, 100);
    bench.turn(1, 100);
    const auto after = bench.now();
    bench.undo_to(start);
    CHECK(bench.evaluate().evidence["measured"].get<double>() == Approx(0).margin(1e-6));
    bench.undo_to(after);
    CHECK(bench.evaluate().evidence["measured"].get<double>() == Approx(200));
}
