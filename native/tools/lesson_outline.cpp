#include "tools/lesson_outline.hpp"

#include "learning/prerequisites.hpp"
#include "learning/unit_model.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace mvr::tools {
namespace {

std::string text(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

const Json &list(const Json &object, const char *name)
{
    static const Json none = Json::array();
    const auto found = object.find(name);
    return found != object.end() && found->is_array() ? *found : none;
}

void add_once(std::vector<std::string> &names, const std::string &name)
{
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

std::vector<learning::Checkpoint> checkpoints_of(const Json &unit)
{
    std::vector<learning::Checkpoint> checkpoints;
    for (const Json &trigger : list(unit, "triggers")) {
        const auto conditions = trigger.find("trigger_conditions");
        if (conditions == trigger.end() || !conditions->is_object() || conditions->empty())
            continue; // nothing in the scene can be judged
        learning::Checkpoint checkpoint{text(trigger, "checkpoint_id"), text(trigger, "skill"), {}};
        if (checkpoint.skill.empty()) checkpoint.skill = text(unit, "unit_id");
        const auto difficulty = trigger.find("difficulty");
        if (difficulty != trigger.end() && difficulty->is_number())
            checkpoint.difficulty = static_cast<int>(std::lround(difficulty->get<double>()));
        checkpoints.push_back(std::move(checkpoint));
    }
    return checkpoints;
}

LessonUnit unit_of(const Json &unit, const store::State &state)
{
    LessonUnit made{{text(unit, "unit_id"), text(unit, "title")},
                    text(unit, "scene_name"),
                    {},
                    {},
                    {},
                    checkpoints_of(unit)};
    if (const auto phase = learning::learning_phase_from_text(text(unit, "learning_event")))
        made.phase = *phase;
    for (const Json &name : list(unit, "prerequisite_units"))
        add_once(made.prerequisites, name.get<std::string>());
    const auto curriculum = curriculum_prerequisites(state, made.name.unit_id);
    for (const auto &name : curriculum.gate)
        add_once(made.prerequisites, name);
    made.advised = curriculum.advise;
    return made;
}

/// What a curriculum says that `unit_id` needs.
std::vector<std::string> needs(const Json &architecture, std::string_view unit_id)
{
    std::vector<std::string> names;
    const auto structure = architecture.find("modular_structure");
    if (structure == architecture.end()) return names;
    bool is_known = false;
    for (const Json &unit : list(*structure, "units")) {
        if (text(unit, "unit_id") != unit_id) continue;
        is_known = true;
        for (const Json &name : list(unit, "prerequisite_units"))
            add_once(names, name.get<std::string>());
    }
    const auto mapping = architecture.find("prerequisite_mapping");
    if (!is_known || mapping == architecture.end()) return names;
    for (const Json &dependency : list(*mapping, "dependencies")) {
        if (text(dependency, "unit_id") != unit_id) continue;
        for (const Json &name : list(dependency, "requires"))
            add_once(names, name.get<std::string>());
    }
    return names;
}

} // namespace

bool only_advises(const Json &architecture)
{
    const auto mapping = architecture.find("prerequisite_mapping");
    return mapping != architecture.end() && text(*mapping, "enforcement") == "advise";
}

const LessonUnit *LessonOutline::find(std::string_view unit_id) const
{
    const auto found = std::ranges::find_if(
        units, [&](const LessonUnit &unit) { return unit.name.unit_id == unit_id; });
    return found == units.end() ? nullptr : &*found;
}

CurriculumPrerequisites curriculum_prerequisites(const store::State &state,
                                                 std::string_view unit_id)
{
    CurriculumPrerequisites found;
    for (const std::string &domain : state.domains()) {
        const Json &architecture = *state.knowledge_structure(domain);
        auto &kind = only_advises(architecture) ? found.advise : found.gate;
        for (const std::string &name : needs(architecture, unit_id))
            add_once(kind, name);
    }
    return found;
}

LessonOutline outline_of(const Json &lesson, const store::State &state)
{
    std::map<std::string, const Json *> by_id;
    std::vector<std::string> order;
    for (const Json &name : list(lesson, "order"))
        add_once(order, name.get<std::string>());
    for (const Json &unit : list(lesson, "units")) {
        by_id[text(unit, "unit_id")] = &unit;
        add_once(order, text(unit, "unit_id")); // those in a cycle stand in no order
    }
    LessonOutline outline;
    for (const std::string &id : order) {
        if (const auto found = by_id.find(id); found != by_id.end())
            outline.units.push_back(unit_of(*found->second, state));
    }
    return outline;
}

bool is_done(const store::LearnerState *learner, const LessonUnit &unit)
{
    return learner != nullptr &&
           learning::unit_done(learning::find_unit(learner->model, unit.name.unit_id),
                               unit.checkpoints);
}

Readiness readiness(const LessonOutline &lesson, const store::LearnerState *learner)
{
    Readiness result;
    std::vector<learning::Unit> units;
    std::set<std::string, std::less<>> done;
    for (const LessonUnit &unit : lesson.units) {
        // A curriculum may name units that this file does not have: those cannot gate here.
        learning::Unit gated{unit.name.unit_id, {}};
        for (const std::string &name : unit.prerequisites)
            if (lesson.find(name) != nullptr) gated.prerequisite_units.push_back(name);
        units.push_back(std::move(gated));
        if (is_done(learner, unit)) done.insert(unit.name.unit_id);
    }
    for (const LessonUnit &unit : lesson.units)
        if (done.contains(unit.name.unit_id)) result.done.push_back(unit.name.unit_id);
    result.ready = learning::ready_units(units, done);
    for (const std::string &id : result.ready) {
        for (const std::string &name : lesson.find(id)->advised)
            if (!done.contains(name)) result.advised[id].push_back(name);
    }
    return result;
}

void describe_surroundings(learning::DecisionContext &context, const LessonOutline &lesson,
                           const store::LearnerState &learner, std::string_view unit_id)
{
    const LessonUnit *unit = lesson.find(unit_id);
    const Readiness ready = readiness(lesson, &learner);
    if (unit != nullptr) {
        context.checkpoints = unit->checkpoints;
        context.authored_phase = unit->phase;
        for (const std::string &name : unit->prerequisites) {
            const LessonUnit *needed = lesson.find(name);
            if (needed != nullptr && !is_done(&learner, *needed))
                context.open_prerequisites.push_back(needed->name);
        }
    }
    for (const std::string &name : ready.ready) {
        if (name == unit_id) continue;
        context.next_unit = lesson.find(name)->name;
        break;
    }
    context.lesson_finished =
        unit != nullptr && !lesson.units.empty() && ready.done.size() == lesson.units.size();
}

} // namespace mvr::tools
