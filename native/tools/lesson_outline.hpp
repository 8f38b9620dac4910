#pragma once

// The lesson in the open file as the tools reason about it, and the one place that says which
// units a learner has done and may start.

#include "learning/decision.hpp"
#include "store/state.hpp"
#include "tools/lesson_shape.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::tools {

struct LessonUnit {
    learning::UnitName name;
    std::string scene_name;
    learning::LearningPhase phase = learning::LearningPhase::onboarding;
    std::vector<std::string> prerequisites; ///< that gate it
    std::vector<std::string> advised;       ///< units to do before, which do not gate it
    std::vector<learning::Checkpoint> checkpoints;
};

/// Units in prerequisite order.
struct LessonOutline {
    std::vector<LessonUnit> units;

    const LessonUnit *find(std::string_view unit_id) const;
};

/// Prerequisites of stored curricula are added to the file's, as gates or as advice, as their
/// author chose (`prerequisite_mapping.enforcement`).
LessonOutline outline_of(const Lesson &lesson, const store::State &state);

/// Whether the learner did every checkpoint unaided that the unit has in the file. `learner` may be
/// null.
bool is_done(const store::LearnerState *learner, const LessonUnit &unit);

/// For one learner: what is done, and what is ready (not done, and all that gates it is done).
struct Readiness {
    std::vector<std::string> done;
    std::vector<std::string> ready;
    std::map<std::string, std::vector<std::string>>
        advised; ///< ready unit → units better done first
};
Readiness readiness(const LessonOutline &lesson, const store::LearnerState *learner);

/// What a decision about a unit has to know of the lesson around it.
void describe_surroundings(learning::DecisionContext &context, const LessonOutline &lesson,
                           const store::LearnerState &learner, std::string_view unit_id);

/// Prerequisites that stored curricula give a unit.
struct CurriculumPrerequisites {
    std::vector<std::string> gate;
    std::vector<std::string> advise;
};
CurriculumPrerequisites curriculum_prerequisites(const store::State &state,
                                                 std::string_view unit_id);

} // namespace mvr::tools
