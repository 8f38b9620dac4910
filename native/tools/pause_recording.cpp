#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

#include <array>
#include <string>
#include <string_view>

namespace mvr::tools {

enum class RecordingState { off, on, paused };

struct PauseRecordingArguments {
    bool paused = true;
};

struct RecordingPaused {
    RecordingState recording = RecordingState::off;
};

/// The same member as the tool takes.
struct PauseTraces {
    static constexpr std::string_view name = "pause_traces";
    using Reply = RecordingPaused;
    bool paused = true;
};

struct PauseRecordingReply : RecordingPaused {};

} // namespace mvr::tools

namespace mvr {

template <> struct EnumText<tools::RecordingState> : TextsInOrder<tools::RecordingState> {
    static constexpr std::array<std::string_view, 3> texts{"off", "on", "paused"};
};

template <> struct Description<tools::PauseRecordingArguments> {
    static constexpr std::tuple members{Member{"paused", &tools::PauseRecordingArguments::paused,
                                               "False: go on, which only the learner can say",
                                               or_default}};
};

template <> struct Description<tools::PauseTraces> {
    static constexpr std::tuple members{Member{"paused", &tools::PauseTraces::paused, ""}};
};

template <> struct Description<tools::RecordingPaused> {
    static constexpr std::tuple members{
        Member{"recording", &tools::RecordingPaused::recording,
               "Of the learner's movements, as the panel shows it"}};
};

template <> struct Description<tools::PauseRecordingReply> : Description<tools::RecordingPaused> {};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<PauseTraces> begin(Context &context, const mcp::Call &call,
                          const PauseRecordingArguments &arguments)
{
    if (auto reached = check_reach_at_window(context, call); !reached) return reached.error();
    // A client may keep less of a person, never more: who paused may be another than who asks.
    if (!arguments.paused && !call.is_from_window) {
        return Error{Errc::access_denied, "only the learner can have the recording go on", "paused",
                     "Ask the learner to press the recording mark in the panel Learn."};
    }
    return PauseTraces{arguments.paused};
}

Result<PauseRecordingReply> complete(Context &, const mcp::Call &, const PauseRecordingArguments &,
                                     const RecordingPaused &now)
{
    PauseRecordingReply reply;
    reply.recording = now.recording;
    return reply;
}

} // namespace

mcp::Tool pause_recording(Executor &executor)
{
    return scene_tool<PauseRecordingArguments, PauseTraces, PauseRecordingReply>(
        {.name = "pause_recording",
         .title = "Pause the recording",
         .description = "Keep nothing of the movements of the learner at work, until they go on "
                        "with it in Blender's window; a client cannot.",
         .scope = access::Scope::records_write,
         .annotations = {.idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
