#pragma once

// What is observed of the view and the work in it while a unit runs. No raw trace: that lies
// outside of the chain (trace_store.hpp).

#include "motion/viewport_features.hpp"
#include "support/describe.hpp"

#include <map>
#include <string>

namespace mvr::store {

/// What was done in Blender while the unit ran, as counts of looks at it.
struct ObservedWork {
    int operations = 0;     ///< operators that ended, as Blender's own list of them has them
    int undone = 0;         ///< steps that Undo took back
    int selected_right = 0; ///< selections of an object that the unit speaks of
    int selected_wrong = 0; ///< … of another one
};

/// How long a unit's parts were in the learner's picture, in all of its sessions that ended, and
/// how they led the view in the last one.
struct UnitAttention {
    double watched_seconds = 0;                  ///< in which there was a view
    std::map<std::string, double> dwell_seconds; ///< by part
    motion::ViewportFeatures last_view;
    ObservedWork last_work;
};

} // namespace mvr::store

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

template <> struct Description<store::ObservedWork> {
    using T = store::ObservedWork;
    static constexpr std::tuple members{
        Member{"operations", &T::operations, "Operators that ended"},
        Member{"undone", &T::undone, "Steps that Undo took back"},
        Member{"selected_right", &T::selected_right,
               "Selections of an object that the unit speaks of"},
        Member{"selected_wrong", &T::selected_wrong, "Selections of another one"},
    };
};

template <> struct Description<store::UnitAttention> {
    using T = store::UnitAttention;
    static constexpr std::tuple members{
        Member{"watched_seconds", &T::watched_seconds, "In which there was a view"},
        Member{"dwell_seconds", &T::dwell_seconds, "How long each part was in the picture"},
        Member{"last_view", &T::last_view, "Of the last session that ended"},
        Member{"last_work", &T::last_work, "Likewise"},
    };
};

} // namespace mvr
