#include "learning/action.hpp"

#include "learning/choice.hpp"

namespace mvr::learning {
namespace {

// In the order of Action.
constexpr Texts<4> texts{"remediate_prerequisites", "provide_additional_support",
                         "continue_current_event", "advance_to_next_event"};

} // namespace

std::string_view to_text(Action action) { return text_of(action, texts); }

Result<Action> action_from_text(std::string_view text)
{
    return choice_from<Action>(text, texts, "decision");
}

} // namespace mvr::learning
