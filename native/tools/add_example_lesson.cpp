#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <string>

namespace mvr::tools {

struct ExampleLesson {
    std::string lesson;
};

struct AddExampleLessonArguments : ExampleLesson {};

/// The same members as the tool takes.
struct AddExampleLesson : ExampleLesson {
    static constexpr std::string_view name = "add_example_lesson";
    using Fields = ExampleLesson;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ExampleLesson> {
    using T = tools::ExampleLesson;
    static constexpr std::tuple members{
        Member{"lesson", &T::lesson, "Its name, as list_lessons gives it", text(1, 64)},
    };
};

template <>
struct Description<tools::AddExampleLessonArguments> : Description<tools::ExampleLesson> {};
template <> struct Description<tools::AddExampleLesson> : Description<tools::ExampleLesson> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool add_example_lesson(Executor &executor)
{
    return lesson_tool<AddExampleLessonArguments, AddExampleLesson>(
        "Add an example lesson",
        "Author a lesson that ships with the add-on in the open file, which must hold none yet.",
        executor, {});
}

} // namespace mvr::tools
