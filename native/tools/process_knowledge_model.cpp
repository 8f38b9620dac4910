#include "learning/duration.hpp"
#include "learning/prerequisites.hpp"
#include "tools/all_tools.hpp"
#include "tools/curriculum.hpp"
#include "tools/curriculum_graph.hpp"
#include "tools/lesson_outline.hpp"
#include "tools/lookup.hpp"
#include "tools/objective_complexity.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct ProcessKnowledgeModelArguments {
    std::string domain_id;
    AsSent<ContentArchitecture> content_architecture;
};

struct ProcessedUnit {
    std::string unit_id;
    std::int64_t objective_count = 0;
    OrNull<ObjectiveComplexity> objective_complexity;
    double estimated_duration_minutes = 0;
};
struct CurriculumNode {
    std::string unit_id;
    std::string scene_name;
};
struct BlenderIntegration {
    std::vector<CurriculumNode> nodes;
    std::vector<std::string> missing_units;
};

struct ProcessKnowledgeModelReply : RecordOutcome {
    Constant<"created"> status;
    std::string domain_id;
    std::int64_t units_processed = 0;
    std::vector<ProcessedUnit> processed_units;
    std::int64_t prerequisite_dependencies = 0;
    std::int64_t cross_references = 0;
    std::vector<std::string> prerequisite_order;
    std::vector<std::string> ready_units;
    BlenderIntegration blender_integration;
    std::string creation_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ProcessKnowledgeModelArguments> {
    using T = tools::ProcessKnowledgeModelArguments;
    static constexpr std::tuple members{
        Member{"domain_id", &T::domain_id, "\"bolted_flange\"", text(1, 128)},
        Member{"content_architecture", &T::content_architecture, ""},
    };
};

template <> struct Description<tools::ProcessedUnit> {
    using T = tools::ProcessedUnit;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"objective_count", &T::objective_count, ""},
        Member{"objective_complexity", &T::objective_complexity, ""},
        Member{"estimated_duration_minutes", &T::estimated_duration_minutes, ""},
    };
};

template <> struct Description<tools::CurriculumNode> {
    using T = tools::CurriculumNode;
    static constexpr std::tuple members{Member{"unit_id", &T::unit_id, ""},
                                        Member{"scene_name", &T::scene_name, ""}};
};

template <> struct Description<tools::BlenderIntegration> {
    using T = tools::BlenderIntegration;
    static constexpr std::tuple members{Member{"nodes", &T::nodes, ""},
                                        Member{"missing_units", &T::missing_units, ""}};
};

template <> struct Description<tools::ProcessKnowledgeModelReply> {
    using T = tools::ProcessKnowledgeModelReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"domain_id", &T::domain_id, ""},
        Member{"units_processed", &T::units_processed, ""},
        Member{"processed_units", &T::processed_units, ""},
        Member{"prerequisite_dependencies", &T::prerequisite_dependencies, ""},
        Member{"cross_references", &T::cross_references, ""},
        Member{"prerequisite_order", &T::prerequisite_order, ""},
        Member{"ready_units", &T::ready_units, ""},
        Member{"blender_integration", &T::blender_integration,
               "The units that are scenes of the open file"},
        Member{"creation_timestamp", &T::creation_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

constexpr auto units_path = "content_architecture.modular_structure.";

Result<ProcessedUnit> processed_unit(const CurriculumUnit &unit, std::size_t index)
{
    auto duration = learning::parse_duration(unit.estimated_duration);
    if (!duration) {
        Error error = std::move(duration).error();
        error.field =
            units_path + std::string("units[") + std::to_string(index) + "].estimated_duration";
        return error;
    }
    return ProcessedUnit{unit.unit_id, static_cast<std::int64_t>(unit.learning_objectives.size()),
                         objective_complexity(unit.learning_objectives),
                         static_cast<double>(duration->count()) / 60.0};
}

/// Which of the curriculum's units are scenes of the open file.
BlenderIntegration nodes_in(const std::vector<learning::Unit> &units, const LessonOutline &lesson)
{
    BlenderIntegration found;
    for (const learning::Unit &unit : units) {
        if (const LessonUnit *here = lesson.find(unit.unit_id)) {
            found.nodes.push_back({unit.unit_id, here->scene_name});
        } else {
            found.missing_units.push_back(unit.unit_id);
        }
    }
    return found;
}

Result<ProcessKnowledgeModelReply> define(Context &context, const mcp::Call &,
                                          const ProcessKnowledgeModelArguments &arguments)
{
    auto lesson = open_lesson(context);
    if (!lesson) return lesson.error();
    const ContentArchitecture &architecture = arguments.content_architecture.value;
    ProcessKnowledgeModelReply reply;
    for (const CurriculumUnit &unit : architecture.modular_structure.units) {
        auto processed = processed_unit(unit, reply.processed_units.size());
        if (!processed) return std::move(processed).error();
        reply.processed_units.push_back(*std::move(processed));
    }
    auto units = curriculum_units(architecture);
    if (!units) return std::move(units).error();
    auto order = learning::order_units(*units);
    if (!order) {
        Error error = std::move(order).error();
        error.field = units_path + error.field;
        return error;
    }
    auto together = check_together(context.state(), arguments.domain_id, architecture);
    if (!together) return together.error();
    reply.domain_id = arguments.domain_id;
    reply.units_processed = static_cast<std::int64_t>(units->size());
    reply.prerequisite_dependencies = count_dependencies(*units);
    reply.cross_references =
        static_cast<std::int64_t>(architecture.cross_reference_networks.concept_connections.size());
    reply.prerequisite_order = *std::move(order);
    reply.ready_units = learning::ready_units(*units, {});
    reply.blender_integration = nodes_in(*units, outline_of(**lesson, context.state()));
    reply.event_ids = context.keep(
        store::new_event("", store::KnowledgeStructureDefined{
                                 arguments.domain_id, arguments.content_architecture.sent}));
    reply.creation_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool process_knowledge_model(Executor &executor)
{
    return decide_tool(
        {.name = "process_knowledge_model",
         .title = "Define a curriculum",
         .description =
             "Keep the structure of a learning domain: its units, their prerequisites and "
             "cross references. Unknown units and cycles are rejected with their path. "
             "Scenes are made by create_blender_knowledge_node.",
         .scope = access::Scope::lessons_write,
         .annotations = {.idempotent = true}},
        executor, define);
}

} // namespace mvr::tools
