#include "support/json_codec.hpp"
#include "tools/all_tools.hpp"
#include "tools/authored.hpp"
#include "tools/bounds.hpp"
#include "tools/trigger_conditions.hpp"
#include "tools/vocabulary.hpp"
#include "tools/work.hpp"

#include <array>

namespace mvr::tools {

struct AssessmentConfig {
    AssessmentType assessment_type{};
    std::string learning_objective;
    std::optional<TriggerConditions> trigger_conditions;
    std::optional<std::string> unit_id;
    std::optional<std::string> skill;
    std::optional<int> difficulty;
    std::vector<std::string> hints;
    std::optional<std::string> trigger_object_name;
};

using Numbers3 = std::array<double, 3>;

struct SpatialConfiguration {
    std::optional<Numbers3> location;
    std::optional<Numbers3> rotation;
    std::optional<Numbers3> scale;
    std::optional<std::string> scene_name;
};

struct CreateTriggerArguments {
    AssessmentConfig assessment_config;
    SpatialConfiguration spatial_configuration;
};

struct TriggerCreated {
    std::string trigger_object_name;
    std::string checkpoint_id;
    std::string unit_id;
    std::string scene_name;
    std::string learning_objective;
    AssessmentType assessment_type{};
    std::string skill;
    OrNull<double> difficulty;
    std::vector<std::string> objects;
};

/// The same members as the tool takes.
struct CreateTrigger {
    static constexpr std::string_view name = "create_assessment_trigger";
    using Reply = TriggerCreated;
    AssessmentConfig assessment_config;
    SpatialConfiguration spatial_configuration;
};

struct CreateTriggerReply : RecordOutcome {
    Constant<"created"> status;
    AssessmentType assessment_type{};
    std::string learning_objective;
    std::string trigger_object_name;
    std::string checkpoint_id;
    std::string unit_id;
    std::string scene_name;
    std::vector<std::string> objects;
    SpatialConfiguration spatial_configuration;
    std::string creation_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::AssessmentConfig> {
    using T = tools::AssessmentConfig;
    static constexpr std::tuple members{
        Member{"assessment_type", &T::assessment_type, ""},
        Member{"learning_objective", &T::learning_objective, "", tools::objective_bounds},
        Member{"trigger_conditions", &T::trigger_conditions, ""},
        Member{"unit_id", &T::unit_id, "Default: the unit that was authored last",
               tools::unit_id_bounds},
        Member{"skill", &T::skill, "What it is evidence of. Default: the unit", text(1, 128)},
        Member{"difficulty", &T::difficulty, "1 easy to 10 hard", numbers(1, 10)},
        Member{"hints", &T::hints, "From vague to exact. Default: the unit's",
               items(0, 16).each(text(1, 1000)).or_default()},
        Member{"trigger_object_name", &T::trigger_object_name, "Default: made of the objective",
               tools::object_name_bounds},
    };
};

template <> struct Description<tools::SpatialConfiguration> {
    using T = tools::SpatialConfiguration;
    static constexpr Bounds coordinate = numbers(-1e6, 1e6);
    static constexpr std::tuple members{
        Member{"location", &T::location, "", coordinate.in("m")},
        Member{"rotation", &T::rotation, "", coordinate.in("rad")},
        Member{"scale", &T::scale, "", coordinate},
        Member{"scene_name", &T::scene_name, "", tools::object_name_bounds},
    };
};

template <> struct Description<tools::CreateTriggerArguments> {
    using T = tools::CreateTriggerArguments;
    static constexpr std::tuple members{
        Member{"assessment_config", &T::assessment_config, ""},
        Member{"spatial_configuration", &T::spatial_configuration, "", or_default},
    };
};

template <> struct Description<tools::CreateTrigger> {
    using T = tools::CreateTrigger;
    static constexpr std::tuple members{
        Member{"assessment_config", &T::assessment_config, ""},
        Member{"spatial_configuration", &T::spatial_configuration, "", or_default},
    };
};

template <> struct Description<tools::TriggerCreated> {
    using T = tools::TriggerCreated;
    static constexpr std::tuple members{
        Member{"trigger_object_name", &T::trigger_object_name, ""},
        Member{"checkpoint_id", &T::checkpoint_id, ""},
        Member{"unit_id", &T::unit_id, ""},
        Member{"scene_name", &T::scene_name, ""},
        Member{"learning_objective", &T::learning_objective, ""},
        Member{"assessment_type", &T::assessment_type, ""},
        Member{"skill", &T::skill, "", or_default},
        Member{"difficulty", &T::difficulty, "", or_default},
        Member{"objects", &T::objects, ""},
    };
};

template <> struct Description<tools::CreateTriggerReply> {
    using T = tools::CreateTriggerReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"assessment_type", &T::assessment_type, ""},
        Member{"learning_objective", &T::learning_objective, ""},
        Member{"trigger_object_name", &T::trigger_object_name, ""},
        Member{"checkpoint_id", &T::checkpoint_id, ""}, Member{"unit_id", &T::unit_id, ""},
        Member{"scene_name", &T::scene_name, ""}, Member{"objects", &T::objects, ""},
        Member{"spatial_configuration", &T::spatial_configuration, ""},
        Member{"creation_timestamp", &T::creation_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<CreateTrigger> begin(Context &, const mcp::Call &, const CreateTriggerArguments &arguments)
{
    return CreateTrigger{arguments.assessment_config, arguments.spatial_configuration};
}

Result<CreateTriggerReply> complete(Context &context, const mcp::Call &,
                                    const CreateTriggerArguments &arguments,
                                    const TriggerCreated &created)
{
    CreateTriggerReply reply;
    reply.assessment_type = created.assessment_type;
    reply.learning_objective = created.learning_objective;
    reply.trigger_object_name = created.trigger_object_name;
    reply.checkpoint_id = created.checkpoint_id;
    reply.unit_id = created.unit_id;
    reply.scene_name = created.scene_name;
    reply.objects = created.objects;
    reply.spatial_configuration = arguments.spatial_configuration;
    reply.creation_timestamp = context.timestamp();
    reply.event_ids =
        keep_authored(context, CreateTrigger::name, created.scene_name, created.unit_id, created);
    return reply;
}

} // namespace

mcp::Tool create_assessment_trigger(Executor &executor)
{
    return scene_tool<CreateTriggerArguments, CreateTrigger, CreateTriggerReply>(
        {.name = CreateTrigger::name,
         .title = "Create a checkpoint",
         .description =
             "Put an assessment trigger into a unit's scene: a hidden object that carries "
             "the conditions. They are checked here: a malformed one, or one that names an "
             "object that is not there, is rejected with its place in the JSON.",
         .scope = access::Scope::lessons_write},
        executor, begin, complete);
}

} // namespace mvr::tools
