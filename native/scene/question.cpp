#include "scene/question.hpp"

#include <algorithm>
#include <cmath>

namespace mvr::scene {
namespace {

bool is_one_of(const std::vector<std::string> &options, const Answer &answer)
{
    const auto *const text = std::get_if<std::string>(&answer);
    return text && std::ranges::find(options, *text) != options.end();
}

bool has_each_once(const std::vector<std::string> &options, const Answer &answer)
{
    const auto *const texts = std::get_if<std::vector<std::string>>(&answer);
    return texts && std::ranges::is_permutation(*texts, options);
}

bool is_number(const Answer &answer)
{
    const auto *const number = std::get_if<double>(&answer);
    return number && std::isfinite(*number);
}

} // namespace

std::string_view why_unfit(const Question &question, const Answer &answer)
{
    switch (question.kind) {
    case QuestionKind::choice:
        return is_one_of(question.options, answer) ? "" : "The answer is none of the options.";
    case QuestionKind::order:
        return has_each_once(question.options, answer)
                   ? ""
                   : "The answer does not hold each option once.";
    case QuestionKind::number: break;
    }
    return is_number(answer) ? "" : "The answer is not a finite number.";
}

} // namespace mvr::scene
