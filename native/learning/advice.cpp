#include "learning/advice.hpp"

#include "learning/choice.hpp"

namespace mvr::learning {
namespace {

// In the order of AdviceCode.
constexpr Texts<9> advice_texts{"begin",           "keep_going",    "once_more",
                                "go_on_with_hint", "try_with_hint", "go_back",
                                "next_unit",       "unit_finished", "lesson_finished"};

} // namespace

std::string_view to_text(AdviceCode code) { return text_of(code, advice_texts); }

Result<AdviceCode> advice_code_from_text(std::string_view text)
{
    return choice_from<AdviceCode>(text, advice_texts, "advice code");
}

} // namespace mvr::learning
