#include "store/learning_texts.hpp"
#include "support/json_codec.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/vocabulary.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

/// Everything that a decision puts out, and what only a person or client asks for.
struct AdaptationData {
    std::optional<learning::GuidanceLevel> guidance_level;
    std::optional<SupportLevel> support_level;
    std::optional<double> difficulty_adjustment;
    std::optional<Pacing> pacing_adjustment;
    std::optional<double> target_difficulty;
    std::optional<std::string> next_unit;
    std::optional<bool> show_hints;
    std::optional<int> hint_level;
};

struct UpdateMetadataArguments {
    std::string scene_id;
    AnyObject learning_progress;
    AdaptationData adaptation_data;
};

struct SceneChange {
    std::string target;
    std::string property;
    Json before;
    Json after;
};

struct MetadataUpdated {
    std::string scene_id;
    std::string scene_name;
    std::string unit_id;
    std::string session_id; ///< empty where nobody learns in it
    bool metadata_updated = false;
    std::vector<std::string> properties_modified;
    std::vector<SceneChange> changes;
    bool adaptation_applied = false;
};

/// The same members as the tool takes.
struct UpdateSceneMetadata {
    static constexpr std::string_view name = "update_scene_metadata";
    using Reply = MetadataUpdated;
    std::string scene_id;
    AnyObject learning_progress;
    AdaptationData adaptation_data;
};

struct UpdateMetadataReply : RecordOutcome {
    Constant<"updated"> status;
    std::string scene_id;
    std::string scene_name;
    bool metadata_updated = false;
    std::vector<std::string> properties_modified;
    std::vector<SceneChange> changes;
    bool adaptation_applied = false;
    std::string update_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::AdaptationData> {
    using T = tools::AdaptationData;
    static constexpr std::tuple members{
        Member{"guidance_level", &T::guidance_level,
               "high: hints are offered by themselves; low: on request"},
        Member{
            "support_level", &T::support_level,
            "high: the goal is shown; moderate: where to work is marked, if hints are offered by "
            "themselves"},
        Member{"difficulty_adjustment", &T::difficulty_adjustment,
               "Above 1 tightens tolerances, at most to half", numbers(0.2, 2)},
        Member{"pacing_adjustment", &T::pacing_adjustment, ""},
        Member{"target_difficulty", &T::target_difficulty, "Logits", numbers(-10, 10)},
        Member{"next_unit", &T::next_unit, tools::unit_id_sentence, tools::unit_id_bounds},
        Member{"show_hints", &T::show_hints, ""},
        Member{"hint_level", &T::hint_level, "1 where, 2 what, 3 how", numbers(1, 3)},
    };
};

template <> struct Description<tools::UpdateMetadataArguments> {
    using T = tools::UpdateMetadataArguments;
    static constexpr std::tuple members{
        Member{"scene_id", &T::scene_id, "The running unit's unit_id or scene's name",
               text(1, 128)},
        Member{"learning_progress", &T::learning_progress, ""},
        Member{"adaptation_data", &T::adaptation_data, "", or_default},
    };
};

template <> struct Description<tools::UpdateSceneMetadata> {
    using T = tools::UpdateSceneMetadata;
    static constexpr std::tuple members{
        Member{"scene_id", &T::scene_id, ""},
        Member{"learning_progress", &T::learning_progress, ""},
        Member{"adaptation_data", &T::adaptation_data, ""},
    };
};

template <> struct Description<tools::SceneChange> {
    using T = tools::SceneChange;
    static constexpr std::tuple members{
        Member{"target", &T::target, ""}, Member{"property", &T::property, ""},
        Member{"before", &T::before, ""}, Member{"after", &T::after, ""}};
};

template <> struct Description<tools::MetadataUpdated> {
    using T = tools::MetadataUpdated;
    static constexpr std::tuple members{
        Member{"scene_id", &T::scene_id, ""},
        Member{"scene_name", &T::scene_name, ""},
        Member{"unit_id", &T::unit_id, "", or_default},
        Member{"session_id", &T::session_id, "", or_default},
        Member{"metadata_updated", &T::metadata_updated, ""},
        Member{"properties_modified", &T::properties_modified, ""},
        Member{"changes", &T::changes, ""},
        Member{"adaptation_applied", &T::adaptation_applied, ""},
    };
};

template <> struct Description<tools::UpdateMetadataReply> {
    using T = tools::UpdateMetadataReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"scene_id", &T::scene_id, ""},
        Member{"scene_name", &T::scene_name, ""},
        Member{"metadata_updated", &T::metadata_updated, ""},
        Member{"properties_modified", &T::properties_modified, ""},
        Member{"changes", &T::changes, ""},
        Member{"adaptation_applied", &T::adaptation_applied, ""},
        Member{"update_timestamp", &T::update_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<UpdateSceneMetadata> begin(Context &context, const mcp::Call &call,
                                  const UpdateMetadataArguments &arguments)
{
    if (auto reached = check_reach_at_window(context, call); !reached) return reached.error();
    return UpdateSceneMetadata{arguments.scene_id, arguments.learning_progress,
                               arguments.adaptation_data};
}

Result<UpdateMetadataReply> complete(Context &context, const mcp::Call &,
                                     const UpdateMetadataArguments &arguments,
                                     const MetadataUpdated &updated)
{
    UpdateMetadataReply reply;
    reply.scene_id = updated.scene_id;
    reply.scene_name = updated.scene_name;
    reply.metadata_updated = updated.metadata_updated;
    reply.properties_modified = updated.properties_modified;
    reply.changes = updated.changes;
    reply.adaptation_applied = updated.adaptation_applied;
    reply.update_timestamp = context.timestamp();
    const auto *learner = context.state().find_by_session(updated.session_id);
    if (learner == nullptr) {
        reply.not_recorded_because = "nobody learns in this unit: there is nothing to record";
        return reply;
    }
    reply.event_ids = context.keep(store::new_event(
        learner->learner_id, store::SceneAdapted{updated.session_id, updated.unit_id,
                                                 arguments.learning_progress.members,
                                                 to_json_value(arguments.adaptation_data),
                                                 to_json_value(updated.changes)}));
    return reply;
}

} // namespace

mcp::Tool update_blender_scene_metadata(Executor &executor)
{
    return scene_tool<UpdateMetadataArguments, UpdateSceneMetadata, UpdateMetadataReply>(
        {.name = "update_blender_scene_metadata",
         .title = "Adapt a running unit",
         .description =
             "Adapt the running unit to its learner: hints, guidance, support, tolerance, pace, "
             "next unit. Takes a decision's adaptive_parameters as they are. Holds while the "
             "session runs; nothing of it is written into the file. learning_progress is kept in "
             "the learner's record. Says what it changed. A unit that does not run is rejected.",
         .scope = access::Scope::records_write,
         .annotations = {.idempotent = true}},
        executor, begin, complete);
}

} // namespace mvr::tools
