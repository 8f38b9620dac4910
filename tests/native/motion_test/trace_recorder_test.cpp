#include "watched.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace mvr;
using namespace mvr::motion;

namespace {

/// What was seen, sample by sample.
std::vector<Sight> sights(const TraceChunk &chunk)
{
    std::vector<Sight> all;
    for (const TraceSample &sample : chunk.samples)
        all.push_back(sample.sight);
    return all;
}

Watched traced()
{
    Watched one;
    one.keeps_trace = true;
    return one;
}

} // namespace

TEST_CASE("a trace has what changed, and each chunk begins with all", "[motion][watch][trace]")
{
    Watched one;
    one.look(looking_from({5, 0, 0}));
    CHECK_FALSE(one.watch.take_trace()); // not asked for
    one.keeps_trace = true;
    one.look(looking_from({5, 0, 0}));
    one.look(looking_from({5, 0, 0})); // nothing changed: no sample
    one.scene.set_object(cube("Cup", {1, 0, 0}));
    one.look(looking_from({5, 0, 0}));
    one.scene.remove_object("Cup");
    one.look(looking_from({6, 0, 0}));
    const auto first = one.watch.take_trace();

    REQUIRE(first);
    CHECK(first->session_id == "session");
    CHECK(first->parts == std::vector<TracedName>{{"Cup", "uuid-Cup"}});
    REQUIRE(first->samples.size() == 3);
    CHECK(first->samples[0].milliseconds == 100);
    CHECK(first->samples[0].sight == Sight::view);
    CHECK(first->samples[0].moved.size() == 1);
    CHECK(first->samples[1].sight == Sight::as_before);
    CHECK(first->samples[1].moved.at(0).pose.place_m[0] == 1);
    CHECK_FALSE(first->samples[2].moved.at(0).is_there);
    CHECK(first->samples[2].view.camera.place_m[0] == 6);
    CHECK_FALSE(one.watch.take_trace());

    one.look(looking_from({6, 0, 0}));
    const auto second = one.watch.take_trace();
    REQUIRE(second);
    CHECK(second->samples.at(0).sight == Sight::view);
    CHECK(second->samples.at(0).moved.size() == 1);
}

TEST_CASE("a viewport that was closed is a gap in the trace, and the view is said anew behind it",
          "[motion][watch][trace]")
{
    Watched one = traced();
    one.look(looking_from({5, 0, 0}));
    one.look(std::nullopt);
    one.look(std::nullopt);
    one.look(looking_from({5, 0, 0}));
    const auto chunk = one.watch.take_trace();

    REQUIRE(chunk);
    CHECK(sights(*chunk) == std::vector{Sight::view, Sight::no_view, Sight::view});
    CHECK(chunk->samples[1].milliseconds == 100);
    CHECK(chunk->samples[2].milliseconds == 300);
    CHECK(chunk->samples[2].view == chunk->samples[0].view);
}

TEST_CASE("a pause of the looks is a gap from the last look on, in the next chunk too",
          "[motion][watch][trace]")
{
    Watched one = traced();
    one.look(looking_from({5, 0, 0}));
    one.look(looking_from({5, 0, 0})); // at 100 ms
    REQUIRE(one.watch.take_trace());
    one.watch.look_away(true);
    one.watch.look_away(true);
    const auto pause = one.watch.take_trace();
    REQUIRE(pause);
    CHECK(sights(*pause) == std::vector{Sight::not_watched});
    CHECK(pause->samples[0].milliseconds == 100);
    one.watch.look_away(true);
    CHECK_FALSE(one.watch.take_trace()); // it was said

    one.seconds += 5;
    one.look(looking_from({5, 0, 0}));
    const auto after = one.watch.take_trace();
    REQUIRE(after);
    CHECK(sights(*after) == std::vector{Sight::view});
    CHECK(after->samples[0].moved.size() == 1);
}

TEST_CASE("looks that did not come for long are a gap without anybody saying so",
          "[motion][watch][trace]")
{
    Watched one = traced();
    one.look(looking_from({5, 0, 0}), 3);
    one.look(looking_from({5, 0, 0}));
    const auto chunk = one.watch.take_trace();

    REQUIRE(chunk);
    CHECK(sights(*chunk) == std::vector{Sight::view, Sight::not_watched, Sight::view});
    CHECK(chunk->samples[1].milliseconds == 0);
}
