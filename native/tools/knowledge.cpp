#include "learning/duration.hpp"
#include "learning/prerequisites.hpp"
#include "tools/all.hpp"
#include "tools/complexity.hpp"
#include "tools/lesson_outline.hpp"
#include "tools/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

constexpr auto units_path = "content_architecture.modular_structure.";

Schema content_architecture()
{
    const auto unit = object({
        req("unit_id", unit_id()),
        req("learning_objectives", array(string().length(1, 512)).size(0, 64)),
        req("prerequisite_units", array(unit_id()).size(0, 256)),
        opt("estimated_duration", string().length(1, 32).describe("\"15_minutes\", \"1_hour\"")),
    });
    const auto dependency =
        object({req("unit_id", unit_id()), opt("requires", array(unit_id()).size(0, 256))});
    const auto references = object({opt("concept_connections", array(any_value()))}).open();
    return object(
               {
                   req("modular_structure",
                       object({req("units", array(unit.open()).size(0, 1000))}).open()),
                   req("prerequisite_mapping",
                       object({opt("dependencies", array(dependency.open()).size(0, 1000)),
                               opt("enforcement",
                                   string()
                                       .one_of({"gate", "advise"})
                                       .describe(
                                           "Whether a unit waits for its prerequisites (default), "
                                           "or only says what is better done first"))})
                           .open()),
                   opt("cross_reference_networks", references),
               })
        .open();
}

struct Curriculum {
    std::vector<learning::Unit> units;
    Json processed = Json::array();
    std::size_t dependencies = 0;
};

std::string at(const std::string &list, std::size_t index)
{
    return list + "[" + std::to_string(index) + "]";
}

Result<Json> processed_unit(const Json &unit, std::size_t index)
{
    const std::string text = unit.value("estimated_duration", std::string("15_minutes"));
    auto duration = learning::parse_duration(text);
    if (!duration) {
        Error error = std::move(duration).error();
        error.field = at(units_path + std::string("units"), index) + ".estimated_duration";
        return error;
    }
    return Json{{"unit_id", unit.at("unit_id")},
                {"objective_count", unit.at("learning_objectives").size()},
                {"objective_complexity", complexity_json(unit)},
                {"estimated_duration_minutes", static_cast<double>(duration->count()) / 60.0}};
}

/// Prerequisites of `prerequisite_mapping` are added to those that each unit names.
Result<void> add_dependencies(Curriculum &curriculum, const Json &dependencies)
{
    const std::string path = "content_architecture.prerequisite_mapping.dependencies";
    std::map<std::string, learning::Unit *, std::less<>> by_id;
    for (auto &unit : curriculum.units)
        by_id.emplace(unit.unit_id, &unit);
    for (std::size_t i = 0; i < dependencies.size(); ++i) {
        const std::string id = dependencies[i].at("unit_id");
        const auto owner = by_id.find(id);
        if (owner == by_id.end()) {
            return Error{Errc::invalid_argument, "'" + id + "' is no unit of modular_structure",
                         at(path, i) + ".unit_id", "Name a unit_id of modular_structure.units."};
        }
        const Json required = dependencies[i].value("requires", Json::array());
        for (std::size_t j = 0; j < required.size(); ++j) {
            const std::string needed = required[j];
            if (!by_id.contains(needed)) {
                return Error{
                    Errc::invalid_argument, "'" + needed + "' is no unit of modular_structure",
                    at(at(path, i) + ".requires", j), "Name a unit_id of modular_structure.units."};
            }
            owner->second->prerequisite_units.push_back(needed);
        }
    }
    return {};
}

Result<Curriculum> read_curriculum(const Json &architecture)
{
    Curriculum curriculum;
    const Json &units = architecture.at("modular_structure").at("units");
    for (std::size_t i = 0; i < units.size(); ++i) {
        auto processed = processed_unit(units[i], i);
        if (!processed) return std::move(processed).error();
        curriculum.processed.push_back(std::move(*processed));
        curriculum.units.push_back({units[i].at("unit_id"), units[i].at("prerequisite_units")});
    }
    const Json &mapping = architecture.at("prerequisite_mapping");
    auto added = add_dependencies(curriculum, mapping.value("dependencies", Json::array()));
    if (!added) return added.error();
    for (auto &unit : curriculum.units) {
        const std::set<std::string> distinct(unit.prerequisite_units.begin(),
                                             unit.prerequisite_units.end());
        curriculum.dependencies += distinct.size();
    }
    return curriculum;
}

/// Which of the curriculum's units are scenes of the open file.
Json nodes_in(const Curriculum &curriculum, const LessonOutline &lesson)
{
    Json nodes = Json::array();
    Json missing = Json::array();
    for (const learning::Unit &unit : curriculum.units) {
        const LessonUnit *here = lesson.find(unit.unit_id);
        if (here == nullptr) {
            missing.push_back(unit.unit_id);
        } else {
            nodes.push_back({{"unit_id", unit.unit_id}, {"scene_name", here->scene_name}});
        }
    }
    return {{"nodes", std::move(nodes)}, {"missing_units", std::move(missing)}};
}

/// The units of a curriculum that gates, with what each needs; none of one that only advises.
void add_gates(std::vector<learning::Unit> &all, const Json &architecture)
{
    if (only_advises(architecture)) return;
    const auto own = read_curriculum(architecture);
    if (!own) return; // it was refused when it came
    for (const learning::Unit &unit : own->units) {
        const auto known = std::ranges::find(all, unit.unit_id, &learning::Unit::unit_id);
        auto &into =
            known == all.end() ? all.emplace_back(learning::Unit{unit.unit_id, {}}) : *known;
        into.prerequisite_units.insert(into.prerequisite_units.end(),
                                       unit.prerequisite_units.begin(),
                                       unit.prerequisite_units.end());
    }
}

/// Two curricula, each without a circle, may lock each other's units for good.
Result<void> check_together(const Context &context, const std::string &domain,
                            const Json &architecture)
{
    std::vector<learning::Unit> all;
    add_gates(all, architecture);
    for (const std::string &other : context.state().domains())
        if (other != domain) add_gates(all, *context.state().knowledge_structure(other));
    auto order = learning::order_units(all);
    if (order) return {};
    Error error = std::move(order).error();
    error.message = "together with the other curricula: " + error.message;
    error.field = "content_architecture";
    return error;
}

Result<Json> define(const Context &context, const Json &arguments, const Json &reply)
{
    const Json &architecture = arguments.at("content_architecture");
    auto curriculum = read_curriculum(architecture);
    if (!curriculum) return std::move(curriculum).error();
    auto order = learning::order_units(curriculum->units);
    if (!order) {
        Error error = std::move(order).error();
        error.field = units_path + error.field;
        return error;
    }
    auto together = check_together(context, arguments.at("domain_id"), architecture);
    if (!together) return together.error();
    const Json &references = object_or_empty(architecture, "cross_reference_networks");
    return Json{{"status", "created"},
                {"domain_id", arguments.at("domain_id")},
                {"units_processed", curriculum->units.size()},
                {"processed_units", curriculum->processed},
                {"prerequisite_dependencies", curriculum->dependencies},
                {"cross_references", references.value("concept_connections", Json::array()).size()},
                {"prerequisite_order", *order},
                {"ready_units", learning::ready_units(curriculum->units, {})},
                {"blender_integration", nodes_in(*curriculum, outline_of(reply, context.state()))},
                {"event_ids", context.keep(store::new_event(
                                  "", store::KnowledgeStructureDefined{arguments.at("domain_id"),
                                                                       architecture}))},
                {"creation_timestamp", context.timestamp()}};
}

} // namespace

void add_knowledge_tool(ToolTable &table, const Context &context)
{
    const auto processed = object({req("unit_id", string()), req("objective_count", integer()),
                                   req("objective_complexity", any_object().or_null()),
                                   req("estimated_duration_minutes", number())});
    table.add({
        .name = "process_knowledge_model",
        .title = "Define a curriculum",
        .description =
            "Keep the structure of a learning domain: its units, their prerequisites and "
            "cross references. Unknown units and cycles are refused with their path. "
            "Scenes are made by create_blender_knowledge_node.",
        .input_schema =
            object({req("domain_id", string().length(1, 128).describe("\"bolted_flange\"")),
                    req("content_architecture", content_architecture())}),
        .output_schema = or_error(recorded_result(
            {req("status", constant("created")), req("domain_id", string()),
             req("units_processed", integer()), req("processed_units", array(processed)),
             req("prerequisite_dependencies", integer()), req("cross_references", integer()),
             req("prerequisite_order", names()), req("ready_units", names()),
             req("blender_integration",
                 any_object().describe("The units that are scenes of the open file")),
             req("creation_timestamp", timestamp())})),
        .annotations = {.idempotent = true},
        .runs_on = RunsOn::scene,
        .prepare = [](const Json &) -> Result<SceneCommand> {
            return SceneCommand{"read_lesson", Json::object()};
        },
        .conclude = [&context](const Json &arguments,
                               const Json &reply) { return define(context, arguments, reply); },
    });
}

} // namespace mvr::tools
