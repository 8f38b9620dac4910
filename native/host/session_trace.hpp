#pragma once

#include "motion/trace.hpp"
#include "store/trace_store.hpp"
#include "support/describe.hpp"
#include "support/wire_types.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::host {

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
    int unreadable_chunks = 0; ///< of the learner, in any session
};

/// What a learner's chunks hold of one session.
SessionTrace session_trace(const std::string &session_id, const store::TraceStore::Chunks &chunks);

} // namespace mvr::host

namespace mvr {

template <> struct EnumText<motion::Sight> : TextsInOrder<motion::Sight> {
    static constexpr std::array<std::string_view, 4> texts{"as_before", "view", "no_view",
                                                           "not_watched"};
};

template <> struct Description<host::ReplayView> {
    using T = host::ReplayView;
    static constexpr std::tuple members{
        Member{"place_m", &T::place_m, ""},
        Member{"rotation", &T::rotation, ""},
        Member{"vertical_fov_rad", &T::vertical_fov_rad, ""},
        Member{"parallel_height_m", &T::parallel_height_m, ""},
    };
};

template <> struct Description<host::ReplayPart> {
    using T = host::ReplayPart;
    static constexpr std::tuple members{
        Member{"name", &T::name, ""},         Member{"uuid", &T::uuid, ""},
        Member{"is_there", &T::is_there, ""}, Member{"place_m", &T::place_m, ""},
        Member{"rotation", &T::rotation, ""},
    };
};

template <> struct Description<host::ReplaySample> {
    using T = host::ReplaySample;
    static constexpr std::tuple members{
        Member{"seconds", &T::seconds, ""},
        Member{"sight", &T::sight, ""},
        Member{"view", &T::view, ""},
        Member{"moved", &T::moved, ""},
    };
};

template <> struct Description<host::SessionTrace> {
    using T = host::SessionTrace;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, ""},
        Member{"samples", &T::samples, ""},
        Member{"unreadable_chunks", &T::unreadable_chunks, ""},
    };
};

} // namespace mvr
