#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/work.hpp"

#include <string>
#include <vector>

namespace mvr::tools {

struct OpenLessonArguments {
    std::string file_name;
};

struct LessonOpened {
    std::string path;
    std::vector<std::string> unit_ids;
};

/// The same member as the tool takes.
struct OpenLesson {
    static constexpr std::string_view name = "open_lesson";
    using Reply = LessonOpened;
    std::string file_name;
};

struct OpenLessonReply : LessonOpened {
    Constant<"opened"> status;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::OpenLessonArguments> {
    static constexpr std::tuple members{Member{"file_name", &tools::OpenLessonArguments::file_name,
                                               "As list_lessons gives it", text(1, 100)}};
};

template <> struct Description<tools::OpenLesson> {
    static constexpr std::tuple members{Member{"file_name", &tools::OpenLesson::file_name, ""}};
};

template <> struct Description<tools::LessonOpened> {
    using T = tools::LessonOpened;
    static constexpr std::tuple members{Member{"path", &T::path, ""},
                                        Member{"unit_ids", &T::unit_ids, "In their order"}};
};

template <> struct Description<tools::OpenLessonReply> {
    using T = tools::OpenLessonReply;
    static constexpr auto members = std::tuple_cat(std::tuple{Member{"status", &T::status, ""}},
                                                   Description<tools::LessonOpened>::members);
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<OpenLesson> begin(Context &, const mcp::Call &, const OpenLessonArguments &arguments)
{
    return OpenLesson{arguments.file_name};
}

Result<OpenLessonReply> complete(Context &, const mcp::Call &, const OpenLessonArguments &,
                                 const LessonOpened &opened)
{
    OpenLessonReply reply;
    static_cast<LessonOpened &>(reply) = opened;
    return reply;
}

} // namespace

mcp::Tool open_lesson(Executor &executor)
{
    return scene_tool<OpenLessonArguments, OpenLesson, OpenLessonReply>(
        {.name = OpenLesson::name,
         .title = "Open a lesson",
         .description =
             "Open a file of the person's folder for lessons in place of the open one; scripts in "
             "it are not run. Rejected while the open file has changes that are not saved: a "
             "person has to say what becomes of those.",
         .scope = access::Scope::lessons_write,
         .annotations = {.destructive = true, .idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
