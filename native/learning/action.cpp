#include "learning/action.hpp"

#include "learning/choice.hpp"

namespace mvr::learning {
namespace {

// In the order of Action.
constexpr Texts<4> action_texts{"remediate_prerequisites", "provide_additional_support",
                                "continue_current_event", "advance_to_next_event"};

} // namespace

std::string_view to_text(Action action) { return text_of(action, action_texts); }

Result<Action> action_from_text(std::string_view text)
{
    return choice_from<Action>(text, action_texts, "decision");
}

} // namespace mvr::learning
