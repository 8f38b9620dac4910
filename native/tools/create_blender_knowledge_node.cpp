#include "learning/duration.hpp"
#include "store/learning_texts.hpp"
#include "support/json_codec.hpp"
#include "tools/all_tools.hpp"
#include "tools/authored.hpp"
#include "tools/bounds.hpp"
#include "tools/start_pose_shape.hpp"
#include "tools/work.hpp"

#include <map>

namespace mvr::tools {

struct UnitData {
    std::string unit_id;
    std::vector<std::string> learning_objectives;
    std::vector<std::string> prerequisite_units;
    std::string estimated_duration = learning::default_duration;
    std::optional<std::string> title;
    std::optional<learning::LearningPhase> learning_event;
    std::optional<std::string> instructions;
    std::vector<std::string> hints;
    std::optional<std::string> module;
    bool adaptation_optional = false;
};

struct SceneConfiguration {
    std::optional<std::string> scene_name;
    std::optional<std::string> asset;
    std::map<std::string, StartPose> start_poses;
    std::optional<std::string> camera;
    bool replace = false;
};

struct CreateKnowledgeNodeArguments {
    UnitData unit_data;
    SceneConfiguration scene_configuration;
};

struct CreatedTrigger {
    std::string trigger_object_name;
    std::string checkpoint_id;
};

struct KnowledgeNodeCreated {
    std::string unit_id;
    std::string scene_name;
    bool metadata_embedded = false;
    std::vector<CreatedTrigger> assessment_triggers;
    bool replaced = false;
    std::vector<std::string> objects;
    std::vector<std::string> order;
};

/// The same members as the tool takes.
struct CreateKnowledgeNode {
    static constexpr std::string_view name = "create_knowledge_node";
    using Reply = KnowledgeNodeCreated;
    UnitData unit_data;
    SceneConfiguration scene_configuration;
};

enum class NodeStatus { created, replaced };

struct CreateKnowledgeNodeReply : RecordOutcome {
    NodeStatus status{};
    std::string unit_id;
    std::string scene_name;
    bool metadata_embedded = false;
    std::vector<CreatedTrigger> assessment_triggers;
    std::vector<std::string> objects;
    std::vector<std::string> prerequisite_order;
    std::string creation_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct EnumText<tools::NodeStatus> : TextsInOrder<tools::NodeStatus> {
    static constexpr std::array<std::string_view, 2> texts{"created", "replaced"};
};

template <> struct Description<tools::UnitData> {
    using T = tools::UnitData;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, tools::unit_id_sentence, tools::unit_id_bounds},
        Member{"learning_objectives", &T::learning_objectives, "",
               items(0, 64).each(tools::objective_bounds)},
        Member{"prerequisite_units", &T::prerequisite_units, "",
               items(0, 256).each(tools::unit_id_bounds).or_default()},
        Member{"estimated_duration", &T::estimated_duration, learning::duration_examples,
               tools::duration_bounds.or_default()},
        Member{"title", &T::title, "", text(1, 128)},
        Member{"learning_event", &T::learning_event, ""},
        Member{"instructions", &T::instructions, "", text(0, 4000)},
        Member{"hints", &T::hints, "From vague to exact",
               items(0, 16).each(text(1, 1000)).or_default()},
        Member{"module", &T::module, "The part of the curriculum that it belongs to", text(1, 128)},
        Member{"adaptation_optional", &T::adaptation_optional,
               "A learner may work without adaptation", or_default},
    };
};

template <> struct Description<tools::SceneConfiguration> {
    using T = tools::SceneConfiguration;
    static constexpr std::tuple members{
        Member{"scene_name", &T::scene_name, "", tools::object_name_bounds},
        Member{"asset", &T::asset, "A shipped asset, \"bolted_flange\"", text(1, 64)},
        Member{"start_poses", &T::start_poses, "How the unit starts, by the objects' names",
               or_default},
        Member{"camera", &T::camera, "The object to look through", tools::object_name_bounds},
        Member{"replace", &T::replace, "Change an existing unit instead of rejecting", or_default},
    };
};

template <> struct Description<tools::CreateKnowledgeNodeArguments> {
    using T = tools::CreateKnowledgeNodeArguments;
    static constexpr std::tuple members{
        Member{"unit_data", &T::unit_data, ""},
        Member{"scene_configuration", &T::scene_configuration, "", or_default},
    };
};

template <> struct Description<tools::CreateKnowledgeNode> {
    using T = tools::CreateKnowledgeNode;
    static constexpr std::tuple members{
        Member{"unit_data", &T::unit_data, ""},
        Member{"scene_configuration", &T::scene_configuration, "", or_default},
    };
};

template <> struct Description<tools::CreatedTrigger> {
    using T = tools::CreatedTrigger;
    static constexpr std::tuple members{
        Member{"trigger_object_name", &T::trigger_object_name, ""},
        Member{"checkpoint_id", &T::checkpoint_id, ""},
    };
};

template <> struct Description<tools::KnowledgeNodeCreated> {
    using T = tools::KnowledgeNodeCreated;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"scene_name", &T::scene_name, ""},
        Member{"metadata_embedded", &T::metadata_embedded, ""},
        Member{"assessment_triggers", &T::assessment_triggers, ""},
        Member{"replaced", &T::replaced, "", or_default},
        Member{"objects", &T::objects, ""},
        Member{"order", &T::order, ""},
    };
};

template <> struct Description<tools::CreateKnowledgeNodeReply> {
    using T = tools::CreateKnowledgeNodeReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"unit_id", &T::unit_id, ""},
        Member{"scene_name", &T::scene_name, ""},
        Member{"metadata_embedded", &T::metadata_embedded, ""},
        Member{"assessment_triggers", &T::assessment_triggers, ""},
        Member{"objects", &T::objects, ""},
        Member{"prerequisite_order", &T::prerequisite_order, ""},
        Member{"creation_timestamp", &T::creation_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

constexpr std::string_view tool_name = "create_blender_knowledge_node";

Result<CreateKnowledgeNode> begin(Context &, const mcp::Call &,
                                  const CreateKnowledgeNodeArguments &arguments)
{
    auto duration = learning::parse_duration(arguments.unit_data.estimated_duration);
    if (!duration) {
        Error error = std::move(duration).error();
        error.field = "unit_data.estimated_duration";
        return error;
    }
    return CreateKnowledgeNode{arguments.unit_data, arguments.scene_configuration};
}

Result<CreateKnowledgeNodeReply> complete(Context &context, const mcp::Call &,
                                          const CreateKnowledgeNodeArguments &,
                                          const KnowledgeNodeCreated &created)
{
    CreateKnowledgeNodeReply reply;
    reply.status = created.replaced ? NodeStatus::replaced : NodeStatus::created;
    reply.unit_id = created.unit_id;
    reply.scene_name = created.scene_name;
    reply.metadata_embedded = created.metadata_embedded;
    reply.assessment_triggers = created.assessment_triggers;
    reply.objects = created.objects;
    reply.prerequisite_order = created.order;
    reply.creation_timestamp = context.timestamp();
    reply.event_ids =
        keep_authored(context, tool_name, created.scene_name, created.unit_id, created);
    return reply;
}

} // namespace

mcp::Tool create_blender_knowledge_node(Executor &executor)
{
    return scene_tool<CreateKnowledgeNodeArguments, CreateKnowledgeNode, CreateKnowledgeNodeReply>(
        {.name = tool_name,
         .title = "Create a learning unit",
         .description =
             "Make a Blender scene a learning unit: objectives, prerequisites and duration "
             "become custom properties that any script can read. Prerequisites must exist "
             "already; a cycle is rejected with its path.",
         .scope = access::Scope::lessons_write},
        executor, begin, complete);
}

} // namespace mvr::tools
