#pragma once

// The raw trace of work in a view, as it is kept to be replayed: a chunk of samples in a compact
// binary form. `each_member` in trace.cpp is its one description; writer and reader both follow it.

#include "support/result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mvr::motion {

/// World metres, and a unit quaternion w, x, y, z.
struct TracedPose {
    std::array<float, 3> place_m{};
    std::array<float, 4> rotation{1, 0, 0, 0};

    friend bool operator==(const TracedPose &, const TracedPose &) = default;
};

/// The camera looks along its own -Z, its Y is up, as in Blender.
struct TracedView {
    TracedPose camera;
    float vertical_fov_rad = 0;
    float parallel_height_m = 0; ///< above 0: a parallel projection

    friend bool operator==(const TracedView &, const TracedView &) = default;
};

/// A part that stands otherwise than in the sample before.
struct TracedPart {
    std::uint16_t part = 0; ///< index in the chunk's `parts`
    bool is_there = true;   ///< false: it was deleted
    TracedPose pose;        ///< of one that is there

    friend bool operator==(const TracedPart &, const TracedPart &) = default;
};

/// What is known of the learner's view from a sample on.
enum class Sight : std::uint8_t {
    as_before,   ///< the same as in the sample before
    view,        ///< another view
    no_view,     ///< none: no viewport showed the scene
    not_watched, ///< nobody looked, at the parts neither
};

struct TraceSample {
    std::uint32_t milliseconds = 0; ///< active ones, since the session began
    Sight sight = Sight::as_before; ///< never so in a chunk's first sample
    TracedView view;                ///< with Sight::view alone
    std::vector<TracedPart> moved;  ///< in the first sample that was watched all parts

    friend bool operator==(const TraceSample &, const TraceSample &) = default;
};

/// A part as the lesson knows it.
struct TracedName {
    std::string name; ///< in the lesson
    std::string uuid; ///< the lesson's own id, by which it is found once it was renamed; may be ""

    friend bool operator==(const TracedName &, const TracedName &) = default;
};

/// Some seconds of one session. Each chunk can be shown by itself.
struct TraceChunk {
    std::string session_id;
    std::vector<TracedName> parts;
    std::vector<TraceSample> samples;

    friend bool operator==(const TraceChunk &, const TraceChunk &) = default;
};

/// The chunk as bytes: a version, then numbers in little-endian order. Throws Failure for a text or
/// list that is longer than its length can say. Thread: any.
std::vector<std::byte> encode_trace(const TraceChunk &chunk);

/// Reverses `encode_trace`; reads version 1 too, which had no ids of parts, and said that there was
/// no view by leaving it out of a chunk's first sample. Errors: Errc::unsupported for a newer
/// version; Errc::tampered for bytes that are no chunk.
Result<TraceChunk> decode_trace(std::span<const std::byte> bytes);

} // namespace mvr::motion
