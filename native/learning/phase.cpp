#include "learning/phase.hpp"

#include "learning/choice.hpp"

namespace mvr::learning {
namespace {

constexpr Texts<5> phase_texts{"onboarding", "introduction", "practice", "application", "mastery"};

LearningPhase moved(LearningPhase phase, int by)
{
    return static_cast<LearningPhase>(static_cast<int>(phase) + by);
}

} // namespace

LearningPhase next_phase(LearningPhase phase)
{
    return phase == LearningPhase::mastery ? phase : moved(phase, 1);
}

LearningPhase previous_phase(LearningPhase phase)
{
    return phase == LearningPhase::onboarding ? phase : moved(phase, -1);
}

std::string_view to_text(LearningPhase phase) { return text_of(phase, phase_texts); }

Result<LearningPhase> learning_phase_from_text(std::string_view text)
{
    return choice_from<LearningPhase>(text, phase_texts, "learning event");
}

} // namespace mvr::learning
