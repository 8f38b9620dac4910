#pragma once

// What is observed of the work in a view, as Blender tells it.

#include "store/observed_view.hpp"
#include "support/describe.hpp"
#include "support/wire_types.hpp"
#include "tools/bounds.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

/// All that is known of a running unit's viewport session.
struct ObservedViewport {
    std::string session_id;
    motion::ViewportFeatures view;
    store::ObservedWork work;
    OrNull<double> way_efficiency;    ///< of the unit's objects, [0, 1]
    std::vector<std::string> holding; ///< checkpoints whose condition holds now
};

} // namespace mvr::tools

namespace mvr {

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
