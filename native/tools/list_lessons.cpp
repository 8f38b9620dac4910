#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/work.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

struct ListLessonsArguments {};

/// A lesson that ships with the add-on.
struct ExampleLessonHere {
    std::string lesson;
    std::string title;
    std::string description;
    int units = 0;
};

/// A file in the folder for lessons.
struct LessonFileHere {
    std::string file_name;
    bool is_open = false;
};

struct LessonsListed {
    std::string folder;
    std::vector<ExampleLessonHere> examples;
    std::vector<LessonFileHere> files;
};

struct ListLessons {
    static constexpr std::string_view name = "list_lessons";
    using Reply = LessonsListed;
};

struct ListLessonsReply : LessonsListed {};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ListLessonsArguments> {
    static constexpr std::tuple<> members{};
};

template <> struct Description<tools::ListLessons> {
    static constexpr std::tuple<> members{};
};

template <> struct Description<tools::ExampleLessonHere> {
    using T = tools::ExampleLessonHere;
    static constexpr std::tuple members{
        Member{"lesson", &T::lesson, "Its name, for add_example_lesson"},
        Member{"title", &T::title, ""},
        Member{"description", &T::description, ""},
        Member{"units", &T::units, "How many it has"},
    };
};

template <> struct Description<tools::LessonFileHere> {
    using T = tools::LessonFileHere;
    static constexpr std::tuple members{
        Member{"file_name", &T::file_name, "Without folder and extension, for open_lesson"},
        Member{"is_open", &T::is_open, "It is the open file"},
    };
};

template <> struct Description<tools::LessonsListed> {
    using T = tools::LessonsListed;
    static constexpr std::tuple members{
        Member{"folder", &T::folder, "The person's folder for lessons"},
        Member{"examples", &T::examples, "That ship with the add-on"},
        Member{"files", &T::files, "In the folder, by name"},
    };
};

template <> struct Description<tools::ListLessonsReply> : Description<tools::LessonsListed> {};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<ListLessons> begin(Context &, const mcp::Call &, const ListLessonsArguments &)
{
    return ListLessons{};
}

Result<ListLessonsReply> complete(Context &, const mcp::Call &, const ListLessonsArguments &,
                                  const LessonsListed &listed)
{
    ListLessonsReply reply;
    static_cast<LessonsListed &>(reply) = listed;
    return reply;
}

} // namespace

mcp::Tool list_lessons(Executor &executor)
{
    return scene_tool<ListLessonsArguments, ListLessons, ListLessonsReply>(
        {.name = ListLessons::name,
         .title = "List lessons",
         .description = "The lessons that ship with the add-on, and the files in the person's "
                        "folder for lessons, which Blender's preferences name.",
         .scope = access::Scope::lessons_read,
         .annotations = {.read_only = true, .idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
