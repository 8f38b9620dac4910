#include "tools/lesson_outline.hpp"

#include "learning/prerequisites.hpp"
#include "learning/unit_model.hpp"
#include "tools/curriculum.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace mvr::tools {
namespace {

void add_once(std::vector<std::string> &names, const std::string &name)
{
    if (std::ranges::find(names, name) == names.end()) names.push_back(name);
}

std::vector<learning::Checkpoint> checkpoints_of(const AuthoredUnit &unit)
{
    std::vector<learning::Checkpoint> checkpoints;
    for (const AuthoredTrigger &trigger : unit.triggers) {
        if (trigger.trigger_conditions.members.empty())
            continue; // nothing in the scene can be judged
        learning::Checkpoint checkpoint{
            trigger.checkpoint_id, trigger.skill.empty() ? unit.unit_id : trigger.skill, {}};
        if (trigger.difficulty)
            checkpoint.difficulty = static_cast<int>(std::lround(*trigger.difficulty));
        checkpoints.push_back(std::move(checkpoint));
    }
    return checkpoints;
}

LessonUnit unit_of(const AuthoredUnit &unit, const store::State &state)
{
    LessonUnit made{{unit.unit_id, unit.title}, unit.scene_name, {}, {}, {}, checkpoints_of(unit)};
    if (const auto phase = learning::learning_phase_from_text(unit.learning_event))
        made.phase = *phase;
    for (const std::string &name : unit.prerequisite_units)
        add_once(made.prerequisites, name);
    const auto curriculum = curriculum_prerequisites(state, made.name.unit_id);
    for (const auto &name : curriculum.gate)
        add_once(made.prerequisites, name);
    made.advised = curriculum.advise;
    return made;
}

/// What a curriculum says that `unit_id` needs.
std::vector<std::string> needs(const ContentArchitecture &curriculum, std::string_view unit_id)
{
    std::vector<std::string> names;
    bool is_known = false;
    for (const CurriculumUnit &unit : curriculum.modular_structure.units) {
        if (unit.unit_id != unit_id) continue;
        is_known = true;
        for (const std::string &name : unit.prerequisite_units)
            add_once(names, name);
    }
    if (!is_known) return names;
    for (const CurriculumDependency &dependency : curriculum.prerequisite_mapping.dependencies) {
        if (dependency.unit_id != unit_id) continue;
        for (const std::string &name : dependency.needed)
            add_once(names, name);
    }
    return names;
}

} // namespace

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
        const auto curriculum = read_curriculum(*state.knowledge_structure(domain));
        const bool only_advises =
            curriculum.prerequisite_mapping.enforcement == Enforcement::advise;
        auto &kind = only_advises ? found.advise : found.gate;
        for (const std::string &name : needs(curriculum, unit_id))
            add_once(kind, name);
    }
    return found;
}

LessonOutline outline_of(const Lesson &lesson, const store::State &state)
{
    std::map<std::string, const AuthoredUnit *> by_id;
    std::vector<std::string> order;
    for (const std::string &name : lesson.order)
        add_once(order, name);
    for (const AuthoredUnit &unit : lesson.units) {
        by_id[unit.unit_id] = &unit;
        add_once(order, unit.unit_id); // those in a cycle stand in no order
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
