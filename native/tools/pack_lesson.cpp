#include "support/json_codec.hpp"
#include "tools/all_tools.hpp"
#include "tools/authored.hpp"
#include "tools/bounds.hpp"
#include "tools/work.hpp"

#include <string>

namespace mvr::tools {

struct PackLessonArguments {
    std::string file_name;
    bool even_so = false;
};

struct LessonPacked {
    std::string path;
    std::int64_t size_bytes = 0;
};

/// The same members as the tool takes.
struct PackLesson {
    static constexpr std::string_view name = "pack_lesson";
    using Reply = LessonPacked;
    std::string file_name;
    bool even_so = false;
};

struct PackLessonReply : RecordOutcome {
    Constant<"packed"> status;
    std::string path;
    std::int64_t size_bytes = 0;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::PackLessonArguments> {
    using T = tools::PackLessonArguments;
    static constexpr std::tuple members{
        Member{"file_name", &T::file_name, "A plain name without folder or extension",
               text(1, 100)},
        Member{"even_so", &T::even_so, "Pack also where check_lesson finds obstacles", or_default},
    };
};

template <> struct Description<tools::PackLesson> {
    using T = tools::PackLesson;
    static constexpr std::tuple members{Member{"file_name", &T::file_name, ""},
                                        Member{"even_so", &T::even_so, ""}};
};

template <> struct Description<tools::LessonPacked> {
    using T = tools::LessonPacked;
    static constexpr std::tuple members{Member{"path", &T::path, ""},
                                        Member{"size_bytes", &T::size_bytes, ""}};
};

template <> struct Description<tools::PackLessonReply> {
    using T = tools::PackLessonReply;
    static constexpr auto members =
        tools::and_record_outcome<T>(Member{"status", &T::status, ""}, Member{"path", &T::path, ""},
                                     Member{"size_bytes", &T::size_bytes, ""});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<PackLesson> begin(Context &, const mcp::Call &, const PackLessonArguments &arguments)
{
    return PackLesson{arguments.file_name, arguments.even_so};
}

Result<PackLessonReply> complete(Context &context, const mcp::Call &, const PackLessonArguments &,
                                 const LessonPacked &packed)
{
    PackLessonReply reply;
    reply.path = packed.path;
    reply.size_bytes = packed.size_bytes;
    reply.event_ids = keep_authored(context, PackLesson::name, "", "", packed);
    return reply;
}

} // namespace

mcp::Tool pack_lesson(Executor &executor)
{
    return scene_tool<PackLessonArguments, PackLesson, PackLessonReply>(
        {.name = PackLesson::name,
         .title = "Pack the lesson",
         .description =
             "Write one file with all that the lesson needs, to give away, into the person's "
             "folder for lessons (or the one that MALLOC_VR_LESSONS names). The open file stays as "
             "it is. A file that is there is not replaced: that only a person can do, in Blender.",
         .scope = access::Scope::lessons_write},
        executor, begin, complete);
}

} // namespace mvr::tools
