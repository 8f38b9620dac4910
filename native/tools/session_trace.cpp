#include "tools/session_trace.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace mvr::tools {
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

/// All that was so, by what the samples until then said of it.
class Scene {
  public:
    void add(const ReplaySample &sample)
    {
        if (sample.sight != motion::Sight::as_before) {
            sight_ = sample.sight;
            view_ = sample.view;
        }
        for (const ReplayPart &part : sample.moved)
            parts_[part.name] = part;
    }

    ReplaySample whole(double seconds) const
    {
        ReplaySample sample{seconds, sight_, view_, {}};
        for (const auto &[name, part] : parts_)
            sample.moved.push_back(part);
        return sample;
    }

  private:
    motion::Sight sight_ = motion::Sight::as_before;
    OrNull<ReplayView> view_;
    std::map<std::string, ReplayPart> parts_;
};

/// Puts samples into a trace, as far as they belong to its part.
class PartReader {
  public:
    PartReader(SessionTrace &trace, const TracePart &part) : trace_(trace), part_(part) {}

    void add(ReplaySample sample)
    {
        if (trace_.next_seconds) return;
        const bool is_before = sample.seconds < part_.from_seconds;
        const bool is_first = trace_.samples.empty();
        if (!is_before && trace_.samples.size() >= static_cast<std::size_t>(part_.most_samples)) {
            trace_.next_seconds = sample.seconds;
            return;
        }
        if (is_before || is_first) before_.add(sample);
        if (is_before) return;
        trace_.samples.push_back(is_first ? before_.whole(sample.seconds) : std::move(sample));
    }

  private:
    SessionTrace &trace_;
    const TracePart part_;
    Scene before_;
};

} // namespace

SessionTrace session_trace(const std::string &session_id, const store::TraceStore::Chunks &chunks,
                           const TracePart &part)
{
    SessionTrace trace{session_id, {}, static_cast<int>(chunks.unreadable), {}};
    PartReader reader(trace, part);
    for (const vault::Bytes &plain : chunks.plain) {
        const auto chunk = motion::decode_trace(plain);
        if (!chunk) {
            ++trace.unreadable_chunks;
            continue;
        }
        if (chunk->session_id != session_id) continue;
        for (const motion::TraceSample &sample : chunk->samples)
            reader.add(replay_sample(sample, chunk->parts));
    }
    return trace;
}

} // namespace mvr::tools
