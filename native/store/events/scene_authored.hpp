#pragma once

#include "support/describe.hpp"
#include "support/json.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

/// What a tool changed in the author's file; nothing of a learner.
struct SceneAuthored {
    static constexpr std::string_view name = "scene_authored";
    static constexpr bool leaves_learner = true;

    std::string tool;
    std::string scene;
    std::string unit_id;
    Json changes = Json::object();
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::SceneAuthored> {
    using T = store::SceneAuthored;
    static constexpr std::tuple members{
        Member{"tool", &T::tool, "The tool."},
        Member{"scene", &T::scene, "The scene."},
        Member{"unit_id", &T::unit_id, "The unit."},
        Member{"changes", &T::changes, "What Blender answered."},
    };
};

} // namespace mvr
