#pragma once

// What tools that change the open lesson have in common: Blender does it with the arguments as they
// came, says what is different now, and that goes into the record.

#include "support/json_codec.hpp"
#include "tools/authored.hpp"
#include "tools/bounds.hpp"
#include "tools/work.hpp"

#include <concepts>
#include <string>
#include <vector>

namespace mvr::tools {

/// What Blender changed.
struct LessonChanged {
    std::string unit_id;       ///< empty where it concerns the whole lesson
    std::string scene_name;    ///< where it is to be seen
    std::string checkpoint_id; ///< of the goal; empty where it concerns none
    std::vector<std::string> changed;
};

struct LessonChangedReply : RecordOutcome {
    Constant<"changed"> status;
    std::string unit_id;
    std::string scene_name;
    std::string checkpoint_id;
    std::vector<std::string> changed;
    std::string change_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::LessonChanged> {
    using T = tools::LessonChanged;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, "", or_default},
        Member{"scene_name", &T::scene_name, "", or_default},
        Member{"checkpoint_id", &T::checkpoint_id, "", or_default},
        Member{"changed", &T::changed, "", or_default},
    };
};

template <> struct Description<tools::LessonChangedReply> {
    using T = tools::LessonChangedReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""},
        Member{"unit_id", &T::unit_id, "Empty where it concerns the whole lesson"},
        Member{"scene_name", &T::scene_name, ""},
        Member{"checkpoint_id", &T::checkpoint_id, "Empty where it concerns no goal"},
        Member{"changed", &T::changed,
               "What was written: properties, ids in their new order, or objects that were made"},
        Member{"change_timestamp", &T::change_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {

/// A command to the scene that changes the lesson: the members of `Fields`, as the tool takes them.
template <class T>
concept LessonCommand = DescribedCommand<T> && std::same_as<typename T::Reply, LessonChanged> &&
                        std::derived_from<T, typename T::Fields>;

template <class Arguments, LessonCommand Command>
Result<Command> pass_on(Context &, const mcp::Call &, const Arguments &arguments)
{
    Command command;
    static_cast<typename Command::Fields &>(command) = arguments;
    return command;
}

template <class Arguments, LessonCommand Command>
Result<LessonChangedReply> keep_change(Context &context, const mcp::Call &, const Arguments &,
                                       const LessonChanged &change)
{
    LessonChangedReply reply;
    reply.unit_id = change.unit_id;
    reply.scene_name = change.scene_name;
    reply.checkpoint_id = change.checkpoint_id;
    reply.changed = change.changed;
    reply.change_timestamp = context.timestamp();
    reply.event_ids =
        keep_authored(context, Command::name, change.scene_name, change.unit_id, change);
    return reply;
}

/// The tool, with the scope lessons:write.
template <Described Arguments, LessonCommand Command>
    requires std::derived_from<Arguments, typename Command::Fields>
mcp::Tool lesson_tool(std::string_view title, std::string_view description, Executor &executor,
                      mcp::Annotations annotations = {.idempotent = true})
{
    return scene_tool<Arguments, Command, LessonChangedReply>(
        {.name = Command::name,
         .title = title,
         .description = description,
         .scope = access::Scope::lessons_write,
         .annotations = annotations},
        executor, pass_on<Arguments, Command>, keep_change<Arguments, Command>);
}

} // namespace mvr::tools
