#include "host/session_trace.hpp"

#include <utility>

namespace mvr::host {
namespace {

template <std::size_t size> std::vector<double> wide(const std::array<float, size> &numbers)
{
    return {numbers.begin(), numbers.end()};
}

ReplaySample replay_sample(const motion::TraceSample &sample,
                           const std::vector<motion::TracedName> &parts)
{
    ReplaySample replayed;
    replayed.seconds = sample.milliseconds / 1000.0;
    replayed.sight = sample.sight;
    if (sample.sight == motion::Sight::view) {
        const motion::TracedView &view = sample.view;
        replayed.view = ReplayView{wide(view.camera.place_m), wide(view.camera.rotation),
                                   view.vertical_fov_rad, view.parallel_height_m};
    }
    for (const motion::TracedPart &moved : sample.moved) {
        const motion::TracedName &named = parts.at(moved.part);
        ReplayPart part{named.name, named.uuid, moved.is_there, {}, {}};
        if (moved.is_there) {
            part.place_m = wide(moved.pose.place_m);
            part.rotation = wide(moved.pose.rotation);
        }
        replayed.moved.push_back(std::move(part));
    }
    return replayed;
}

} // namespace

SessionTrace session_trace(const std::string &session_id, const store::TraceStore::Chunks &chunks)
{
    SessionTrace trace{session_id, {}, static_cast<int>(chunks.unreadable)};
    for (const vault::Bytes &plain : chunks.plain) {
        const auto chunk = motion::decode_trace(plain);
        if (!chunk) {
            ++trace.unreadable_chunks;
            continue;
        }
        if (chunk->session_id != session_id) continue;
        for (const motion::TraceSample &sample : chunk->samples)
            trace.samples.push_back(replay_sample(sample, chunk->parts));
    }
    return trace;
}

} // namespace mvr::host
