#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace mvr::tools {

enum class HintShapeKind { frame, arrow, ghost };

/// A shape that is shown to a learner who asks for help: world metres, unit quaternion w, x, y, z.
struct HintShape {
    HintShapeKind kind = HintShapeKind::frame;
    int level = 1;
    std::optional<std::array<double, 3>> begin_m; ///< a frame's corner, an arrow's foot
    std::optional<std::array<double, 3>> end_m;   ///< the opposite corner, the tip
    std::optional<double> thickness_m;
    std::optional<std::string> object; ///< that a ghost is a copy of
    std::optional<std::array<double, 3>> location_m;
    std::optional<std::array<double, 4>> rotation;
    std::optional<std::array<double, 3>> scale;
};

struct HintShapes {
    std::string checkpoint_id;
    std::vector<HintShape> shapes;
};

struct SetHintShapesArguments : HintShapes {};

/// The same members as the tool takes.
struct SetHintShapes : HintShapes {
    static constexpr std::string_view name = "set_hint_shapes";
    using Fields = HintShapes;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct EnumText<tools::HintShapeKind> : TextsInOrder<tools::HintShapeKind> {
    static constexpr std::array<std::string_view, 3> texts{"frame", "arrow", "ghost"};
};

template <> struct Description<tools::HintShape> {
    using T = tools::HintShape;
    static constexpr Bounds metres = numbers(-1e6, 1e6).in("m");
    static constexpr std::tuple members{
        Member{"kind", &T::kind, "A frame of bars around something, an arrow, or a ghost"},
        Member{"level", &T::level, "1 where, 2 what, 3 how", numbers(1, 3)},
        Member{"begin_m", &T::begin_m, "Of a frame a corner, of an arrow its foot", metres},
        Member{"end_m", &T::end_m, "The opposite corner; the arrow's tip", metres},
        Member{"thickness_m", &T::thickness_m, "Of the bars", numbers(1e-4, 1e3).in("m")},
        Member{"object", &T::object, "Whose shape a ghost has", tools::object_name_bounds},
        Member{"location_m", &T::location_m, "Of a ghost", metres},
        Member{"rotation", &T::rotation, "Of a ghost: quaternion w, x, y, z", numbers(-1e6, 1e6)},
        Member{"scale", &T::scale, "Of a ghost", numbers(-1e6, 1e6)},
    };
};

template <> struct Description<tools::HintShapes> {
    using T = tools::HintShapes;
    static constexpr std::tuple members{
        Member{"checkpoint_id", &T::checkpoint_id, tools::checkpoint_id_sentence,
               tools::checkpoint_id_bounds},
        Member{"shapes", &T::shapes, "In place of those that the goal has", items(0, 32)},
    };
};

template <> struct Description<tools::SetHintShapesArguments> : Description<tools::HintShapes> {};
template <> struct Description<tools::SetHintShapes> : Description<tools::HintShapes> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool set_hint_shapes(Executor &executor)
{
    return lesson_tool<SetHintShapesArguments, SetHintShapes>(
        "Set the shapes that hint at a goal",
        "Put frames, arrows and ghosts into the scene that show a goal to a learner who asks for "
        "help, in place of those that are there; an empty list removes them. make_hints works them "
        "out of the goal's condition.",
        executor, {.destructive = true, .idempotent = true});
}

} // namespace mvr::tools
