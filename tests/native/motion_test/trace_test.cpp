#include "generated.hpp"
#include "motion/trace.hpp"
#include "support/error.hpp"

#include <catch2/catch.hpp>

using namespace mvr;
using namespace mvr::motion;

namespace {

TraceChunk some_chunk(unsigned seed)
{
    Movements some(seed);
    const auto narrow = [&] { return static_cast<float>(some.between(-10, 10)); };
    TraceChunk chunk{"session", {{"Cup", "uuid-cup"}, {"größe", ""}}, {}};
    for (std::uint32_t i = 0; i < 30; ++i) {
        TraceSample sample{100 * i, static_cast<Sight>(i % 4), {}, {}};
        if (sample.sight == Sight::view)
            sample.view = TracedView{{{narrow(), narrow(), narrow()}, {1, 0, 0, 0}}, narrow(), 0};
        if (i % 4 == 0)
            sample.moved.push_back({1, true, {{narrow(), 0, narrow()}, {0, narrow(), 0, 1}}});
        if (i == 7) sample.moved.push_back({0, false, {}});
        chunk.samples.push_back(std::move(sample));
    }
    return chunk;
}

} // namespace

TEST_CASE("a chunk comes back as it was written", "[motion][trace]")
{
    for (unsigned seed = 0; seed < 20; ++seed) {
        const TraceChunk chunk = some_chunk(seed);
        const auto read = decode_trace(encode_trace(chunk));
        REQUIRE(read);
        CHECK(*read == chunk);
    }
    CHECK(*decode_trace(encode_trace({})) == TraceChunk{});
}

TEST_CASE("the bytes are the version and little-endian numbers", "[motion][trace]")
{
    TraceChunk chunk{"s", {{"A", "u"}}, {}};
    chunk.samples.push_back({0x01020304, Sight::no_view, {}, {{0, false, {}}}});
    const std::vector<int> wanted{2, 1, 0, 's', 1, 0, 1, 0, 'A', 1, 0, 'u',
                                  1, 0, 4, 3,   2, 1, 2, 1, 0,   0, 0, 0};
    const auto bytes = encode_trace(chunk);

    REQUIRE(bytes.size() == wanted.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        CAPTURE(i);
        CHECK(std::to_integer<int>(bytes[i]) == wanted[i]);
    }
}

TEST_CASE("bytes that were cut off, lengthened or are of a part that is not named are no trace",
          "[motion][trace]")
{
    const auto bytes = encode_trace(some_chunk(3));
    for (std::size_t size = 0; size < bytes.size(); ++size)
        CHECK_FALSE(decode_trace(std::span(bytes).first(size)));
    auto longer = bytes;
    longer.push_back(std::byte{0});
    CHECK(decode_trace(longer).error().code == Errc::tampered);
    TraceChunk unnamed;
    unnamed.samples.push_back({0, {}, {}, {{0, true, {}}}});
    CHECK(decode_trace(encode_trace(unnamed)).error().code == Errc::tampered);
    auto newer = bytes;
    newer.front() = std::byte{3};
    CHECK(decode_trace(newer).error().code == Errc::unsupported);
}

namespace {

std::vector<std::byte> bytes_of(const std::vector<int> &numbers)
{
    std::vector<std::byte> bytes;
    for (const int each : numbers)
        bytes.push_back(static_cast<std::byte>(each));
    return bytes;
}

} // namespace

TEST_CASE("a chunk of version 1 is still read: parts have no ids, a view that is missing is none",
          "[motion][trace]")
{
    // Session "s", part "A", two samples without a view: at 4 ms with the part gone, at 9 ms.
    const auto old = bytes_of({1, 1, 0, 's', 1, 0, 1, 0, 'A', 2, 0, //
                               4, 0, 0, 0,   0, 1, 0, 0, 0,   0,    //
                               9, 0, 0, 0,   0, 0, 0});
    const auto read = decode_trace(old);

    REQUIRE(read);
    CHECK(read->parts == std::vector<TracedName>{{"A", ""}});
    REQUIRE(read->samples.size() == 2);
    CHECK(read->samples[0].sight == Sight::no_view);
    CHECK_FALSE(read->samples[0].moved.at(0).is_there);
    CHECK(read->samples[1].sight == Sight::as_before);
    auto impossible = old; // version 1 knows no third way to see
    impossible[15] = std::byte{2};
    CHECK(decode_trace(impossible).error().code == Errc::tampered);
}

TEST_CASE("a chunk with more than a length can say is an internal error", "[motion][trace]")
{
    TraceChunk chunk;
    chunk.samples.resize(70'000);
    CHECK_THROWS_AS(encode_trace(chunk), Failure);
}
