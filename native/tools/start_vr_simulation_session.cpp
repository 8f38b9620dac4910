#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct ViewportSessionConfig {
    std::optional<std::string> session_id;
    AnyObject learning_context;
};

struct StartVrSimulationSessionArguments {
    ViewportSessionConfig session_config;
};

struct ViewportConfigured {
    bool viewport_configured = false;
    int educational_objects_count = 0;
    int assessment_triggers_count = 0;
};

struct ConfigureViewport {
    static constexpr std::string_view name = "configure_viewport";
    using Reply = ViewportConfigured;
    std::string session_id;
};

struct StartVrSimulationSessionReply {
    Constant<"started"> status;
    std::string session_id;
    bool viewport_configured = false;
    int educational_objects_count = 0;
    int assessment_triggers_count = 0;
    std::string start_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ViewportSessionConfig> {
    using T = tools::ViewportSessionConfig;
    static constexpr bool is_open = true;
    static constexpr std::tuple members{
        Member{"session_id", &T::session_id, "Default: the session that runs in Blender",
               tools::session_id_bounds},
        Member{"learning_context", &T::learning_context, "Has no effect", or_default},
    };
};

template <> struct Description<tools::StartVrSimulationSessionArguments> {
    using T = tools::StartVrSimulationSessionArguments;
    static constexpr std::tuple members{
        Member{"session_config", &T::session_config, "", or_default}};
};

template <> struct Description<tools::ConfigureViewport> {
    static constexpr std::tuple members{
        Member{"session_id", &tools::ConfigureViewport::session_id, ""}};
};

template <> struct Description<tools::ViewportConfigured> {
    using T = tools::ViewportConfigured;
    static constexpr std::tuple members{
        Member{"viewport_configured", &T::viewport_configured, ""},
        Member{"educational_objects_count", &T::educational_objects_count, ""},
        Member{"assessment_triggers_count", &T::assessment_triggers_count, ""},
    };
};

template <> struct Description<tools::StartVrSimulationSessionReply> {
    using T = tools::StartVrSimulationSessionReply;
    static constexpr std::tuple members{
        Member{"status", &T::status, ""},
        Member{"session_id", &T::session_id, ""},
        Member{"viewport_configured", &T::viewport_configured,
               "False: no 3D viewport shows the unit's scene"},
        Member{"educational_objects_count", &T::educational_objects_count,
               "With learning_unit_id or educational_metadata"},
        Member{"assessment_triggers_count", &T::assessment_triggers_count, ""},
        Member{"start_timestamp", &T::start_timestamp, tools::timestamp_sentence},
    };
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<ConfigureViewport> begin(Context &context, const mcp::Call &call,
                                const StartVrSimulationSessionArguments &arguments)
{
    const std::string session =
        arguments.session_config.session_id.value_or(context.session_at_window);
    if (session.empty()) {
        return Error{Errc::conflict, "no unit runs in Blender", "session_config.session_id",
                     "Start one with start_session."};
    }
    auto owner = owner_of_session(context, call, session);
    if (!owner) return owner.error();
    return ConfigureViewport{session};
}

Result<StartVrSimulationSessionReply> complete(Context &context, const mcp::Call &,
                                               const StartVrSimulationSessionArguments &arguments,
                                               const ViewportConfigured &configured)
{
    StartVrSimulationSessionReply reply;
    reply.session_id = arguments.session_config.session_id.value_or(context.session_at_window);
    reply.viewport_configured = configured.viewport_configured;
    reply.educational_objects_count = configured.educational_objects_count;
    reply.assessment_triggers_count = configured.assessment_triggers_count;
    reply.start_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool start_vr_simulation_session(Executor &executor)
{
    return scene_tool<StartVrSimulationSessionArguments, ConfigureViewport,
                      StartVrSimulationSessionReply>(
        {.name = "start_vr_simulation_session",
         .title = "Prepare the viewport of a session",
         .description = "Set the 3D viewports on the running unit's scene to solid shading with "
                        "gizmos, and count its educational objects and assessment triggers. The "
                        "view is watched from start_session on, with or without this.",
         .scope = access::Scope::simulator_run,
         .annotations = {.idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
