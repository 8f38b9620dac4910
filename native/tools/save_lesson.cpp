#include "support/json_codec.hpp"
#include "tools/all_tools.hpp"
#include "tools/authored.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct SaveLessonArguments {
    std::optional<std::string> file_name;
};

struct LessonSaved {
    std::string path;
    std::int64_t size_bytes = 0;
};

/// The same member as the tool takes.
struct SaveLesson {
    static constexpr std::string_view name = "save_lesson";
    using Reply = LessonSaved;
    std::optional<std::string> file_name;
};

struct SaveLessonReply : RecordOutcome {
    Constant<"saved"> status;
    std::string path;
    std::int64_t size_bytes = 0;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::SaveLessonArguments> {
    static constexpr std::tuple members{Member{"file_name", &tools::SaveLessonArguments::file_name,
                                               "A plain name without folder or extension",
                                               text(1, 100)}};
};

template <> struct Description<tools::SaveLesson> {
    static constexpr std::tuple members{Member{"file_name", &tools::SaveLesson::file_name, ""}};
};

template <> struct Description<tools::LessonSaved> {
    using T = tools::LessonSaved;
    static constexpr std::tuple members{Member{"path", &T::path, ""},
                                        Member{"size_bytes", &T::size_bytes, ""}};
};

template <> struct Description<tools::SaveLessonReply> {
    using T = tools::SaveLessonReply;
    static constexpr auto members =
        tools::and_record_outcome<T>(Member{"status", &T::status, ""}, Member{"path", &T::path, ""},
                                     Member{"size_bytes", &T::size_bytes, ""});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<SaveLesson> begin(Context &, const mcp::Call &, const SaveLessonArguments &arguments)
{
    return SaveLesson{arguments.file_name};
}

Result<SaveLessonReply> complete(Context &context, const mcp::Call &, const SaveLessonArguments &,
                                 const LessonSaved &saved)
{
    SaveLessonReply reply;
    reply.path = saved.path;
    reply.size_bytes = saved.size_bytes;
    reply.event_ids = keep_authored(context, SaveLesson::name, "", "", saved);
    return reply;
}

} // namespace

mcp::Tool save_lesson(Executor &executor)
{
    return scene_tool<SaveLessonArguments, SaveLesson, SaveLessonReply>(
        {.name = SaveLesson::name,
         .title = "Save the lesson",
         .description =
             "Save the open file to its own path, or a copy of it under a plain name beside it. A "
             "file that was never saved needs a file_name and goes into the folder that the "
             "environment variable MALLOC_VR_LESSONS names; where none is named, a person has to "
             "save it once. No other place can be written to.",
         .scope = access::Scope::lessons_write,
         .annotations = {.destructive = true, .idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
