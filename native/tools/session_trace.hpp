#pragma once

#include "motion/trace.hpp"
#include "store/trace_store.hpp"
#include "support/describe.hpp"
#include "support/wire_types.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::tools {

/// Where the learner looked from. World metres; unit quaternion w, x, y, z.
struct ReplayView {
    std::vector<double> place_m;
    std::vector<double> rotation;
    double vertical_fov_rad = 0;
    double parallel_height_m = 0; ///< above 0: a parallel projection
};

/// A part that stands otherwise than in the sample before.
struct ReplayPart {
    std::string name; ///< in the lesson
    std::string uuid; ///< the lesson's own id; empty in traces of older add-ons
    bool is_there = true;
    std::vector<double> place_m;  ///< empty where it is gone
    std::vector<double> rotation; ///< likewise
};

struct ReplaySample {
    double seconds = 0; ///< active ones, since the session began
    motion::Sight sight{};
    OrNull<ReplayView> view; ///< with Sight::view alone
    std::vector<ReplayPart> moved;
};

/// The raw trace of a session, to replay it.
struct SessionTrace {
    std::string session_id;
    std::vector<ReplaySample> samples;
    int unreadable_chunks = 0;   ///< of the learner, in any session
    OrNull<double> next_seconds; ///< where the rest begins
};

/// A part of a session: from a moment on, so many samples.
struct TracePart {
    double from_seconds = 0;
    int most_samples = 0;
};

/// What a learner's chunks hold of one session. The first sample of a part that does not begin with
/// the session says all that was so then, the others what differs from the one before.
SessionTrace session_trace(const std::string &session_id, const store::TraceStore::Chunks &chunks,
                           const TracePart &part);

} // namespace mvr::tools

namespace mvr {

template <> struct EnumText<motion::Sight> : TextsInOrder<motion::Sight> {
    static constexpr std::array<std::string_view, 4> texts{"as_before", "view", "no_view",
                                                           "not_watched"};
};

template <> struct Description<tools::ReplayView> {
    using T = tools::ReplayView;
    static constexpr std::tuple members{
        Member{"place_m", &T::place_m, "In the world"},
        Member{"rotation", &T::rotation, "Unit quaternion w, x, y, z"},
        Member{"vertical_fov_rad", &T::vertical_fov_rad, ""},
        Member{"parallel_height_m", &T::parallel_height_m, ""},
    };
};

template <> struct Description<tools::ReplayPart> {
    using T = tools::ReplayPart;
    static constexpr std::tuple members{
        Member{"name", &T::name, ""},         Member{"uuid", &T::uuid, ""},
        Member{"is_there", &T::is_there, ""}, Member{"place_m", &T::place_m, ""},
        Member{"rotation", &T::rotation, ""},
    };
};

template <> struct Description<tools::ReplaySample> {
    using T = tools::ReplaySample;
    static constexpr std::tuple members{
        Member{"seconds", &T::seconds, "Active ones, since the session began"},
        Member{"sight", &T::sight, "What was seen, beside the sample before"},
        Member{"view", &T::view, "Of a sight that is a view"},
        Member{"moved", &T::moved, "Parts that stand otherwise than in the sample before"},
    };
};

template <> struct Description<tools::SessionTrace> {
    using T = tools::SessionTrace;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, ""},
        Member{"samples", &T::samples, "", items(0, 1'000'000)},
        Member{"unreadable_chunks", &T::unreadable_chunks, "Of the learner, in any session"},
        Member{"next_seconds", &T::next_seconds, "Where the rest begins; null at the end",
               or_default},
    };
};

} // namespace mvr
