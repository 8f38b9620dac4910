#pragma once

#include "support/describe.hpp"

#include <array>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mvr::scene {

/// How a question is answered.
enum class QuestionKind {
    choice, ///< with one of some texts
    order,  ///< with all of some texts, in an order
    number,
};

/// What a learner answers: one text, texts in order, or a number.
using Answer = std::variant<std::string, std::vector<std::string>, double>;

/// A question as a learner reads it.
struct Question {
    std::string text;
    QuestionKind kind = QuestionKind::choice;
    std::vector<std::string> options; ///< as authored; empty for a number
};

/// Why an answer is none to the question, a sentence; empty for one that is, be it right or wrong.
/// A choice is one of the options, an order has each of them once, and a number is finite.
std::string_view why_unfit(const Question &question, const Answer &answer);

} // namespace mvr::scene

namespace mvr {

template <> struct EnumText<scene::QuestionKind> : TextsInOrder<scene::QuestionKind> {
    static constexpr std::array<std::string_view, 3> texts{"choice", "order", "number"};
};

} // namespace mvr
