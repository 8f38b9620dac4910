#pragma once

// What is observed of the work in a view, as Blender tells it.

#include "motion/viewport_watch.hpp"
#include "support/describe.hpp"
#include "support/wire_types.hpp"
#include "tools/bounds.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

/// What was done in Blender while the unit ran, as counts of looks at it.
struct ObservedWork {
    int operations = 0;     ///< operators that ended, as Blender's own list of them has them
    int undone = 0;         ///< steps that Undo took back
    int selected_right = 0; ///< selections of an object that the unit speaks of
    int selected_wrong = 0; ///< … of another one
};

/// All that is known of a running unit's viewport session.
struct ObservedViewport {
    std::string session_id;
    motion::ViewportFeatures view;
    ObservedWork work;
    OrNull<double> way_efficiency;    ///< of the unit's objects, [0, 1]
    std::vector<std::string> holding; ///< checkpoints whose condition holds now
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<motion::ViewportFeatures> {
    using T = motion::ViewportFeatures;
    static constexpr std::tuple members{
        Member{"samples", &T::samples, "Looks at the view"},
        Member{"watched_seconds", &T::watched_seconds, "In which there was a view"},
        Member{"movements", &T::movements, "Of the view, from rest to rest"},
        Member{"path_efficiency", &T::path_efficiency, "Chords / way of the eye", or_default},
        Member{"rotation_efficiency", &T::rotation_efficiency, "Shortest turns / turned",
               or_default},
        Member{"rotation_arc_length", &T::rotation_arc_length, "SPARC, median of the movements",
               or_default},
        Member{"rotation_smoothness", &T::rotation_smoothness,
               "SPARC of a minimum-jerk movement / this one", or_default},
        Member{"rotation_jerk", &T::rotation_jerk, "LDLJ, median of the movements", or_default},
        Member{"zoom_appropriateness", &T::zoom_appropriateness,
               "1 where the parts fill .35 of the height", or_default},
        Member{"well_framed_share", &T::well_framed_share,
               "Share of the time in which they filled .2 to .7 of it", or_default},
        Member{"revisit_entropy_nats", &T::revisit_entropy_nats, "Over the places looked from",
               or_default},
        Member{"dwell_seconds", &T::dwell_seconds, "How long each part was in the picture"},
    };
};

template <> struct Description<tools::ObservedWork> {
    using T = tools::ObservedWork;
    static constexpr std::tuple members{
        Member{"operations", &T::operations, ""},
        Member{"undone", &T::undone, ""},
        Member{"selected_right", &T::selected_right, ""},
        Member{"selected_wrong", &T::selected_wrong, ""},
    };
};

template <> struct Description<tools::ObservedViewport> {
    using T = tools::ObservedViewport;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, ""},
        Member{"view", &T::view, ""},
        Member{"work", &T::work, ""},
        Member{"way_efficiency", &T::way_efficiency, "", tools::share},
        Member{"holding", &T::holding, ""},
    };
};

} // namespace mvr
