#include "scene/predicates/answer.hpp"

#include "scene/compiler.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"

#include <utility>

namespace mvr::scene {
namespace {

constexpr MessageTemplate not_answered{"answer.not_given", "“{question}” is not answered yet"};
constexpr MessageTemplate answer_is{"answer.is", "Your answer to “{question}” is {answer}"};
constexpr MessageTemplate not_right{"answer.not_right", "that is not right yet"};
constexpr MessageTemplate answer_text{"answer.text", "“{text}”"};

constexpr int answer_digits = 15; // all that a number of the learner's can have

std::string listed_in_order(const std::vector<std::string> &texts)
{
    std::string text;
    for (const std::string &one : texts)
        text.append(text.empty() ? "" : ", ").append(one);
    return text;
}

Measured measured_of(const Answer &given)
{
    if (const auto *const text = std::get_if<std::string>(&given)) return Property(*text);
    if (const auto *const number = std::get_if<double>(&given)) return *number;
    return std::get<std::vector<std::string>>(given);
}

Argument said_answer(const Measured &given)
{
    if (const auto *const number = std::get_if<double>(&given))
        return {"answer", Number{*number, {}, answer_digits}};
    const auto *const text = std::get_if<Property>(&given);
    Name words{text ? std::get<std::string>(*text)
                    : listed_in_order(std::get<std::vector<std::string>>(given))};
    return {"answer", Message(answer_text, {{"text", std::move(words)}})};
}

void read_correct(JsonObjectReader &reader, HasAnswer &asked)
{
    switch (asked.kind) {
    case QuestionKind::choice: asked.correct = reader.name("correct"); break;
    case QuestionKind::order:
        asked.correct = reader.names("correct", asked.options.size(), asked.options.size());
        break;
    case QuestionKind::number:
        reader.required("correct", "Give the number.");
        asked.correct = reader.number("correct").value_or(0);
        break;
    }
    if (reader.compiler().failed()) return;
    const std::string_view why = why_unfit(asked.as_asked(), asked.correct);
    if (!why.empty()) {
        reader.reject("correct", "\"correct\" cannot be answered: " + std::string(why),
                      "Give texts that stand in \"options\", letter by letter.");
    } else if (asked.kind == QuestionKind::order && asked.correct == Answer(asked.options)) {
        reader.reject("options", "\"options\" stand in the right order already",
                      "Give them in another order: the learner sees them as they stand.");
    }
}

} // namespace

void HasAnswer::read(JsonObjectReader &reader, Node &)
{
    question = reader.name("question");
    if (reader.has("kind")) {
        const std::string text = reader.choice("kind", EnumText<QuestionKind>::texts);
        kind = EnumText<QuestionKind>::from_text(text).value_or(QuestionKind::choice);
    }
    const bool is_number = kind == QuestionKind::number;
    if (!is_number) options = reader.names("options", 2, option_limit);
    for (const char *const other : {"options", "tolerance"}) {
        if ((std::string_view(other) == "options") == is_number && reader.has(other)) {
            reader.reject(other, std::string("\"") + other + "\" does not go with this kind",
                          "Leave it out, or choose another kind.");
        }
    }
    if (!reader.compiler().failed()) read_correct(reader, *this);
    tolerance = reader.number("tolerance").value_or(0);
    if (tolerance < 0) reader.reject("tolerance", "\"tolerance\" is negative", "Give 0 or more.");
}

void HasAnswer::ask(const Findings &, Json &out) const
{
    out["question"] = question;
    out["kind"] = std::string(EnumText<QuestionKind>::to_text(kind));
    out["correct"] = std::visit([](const auto &one) { return Json(one); }, correct);
    if (tolerance > 0) out["limit"] = {{"tolerance", tolerance}};
}

void HasAnswer::add_evidence(const NodeFindings &found, Json &out) const
{
    if (found.now().problem != &not_begun) out["given"] = out["measured"];
}

bool HasAnswer::is_right(const Answer &given) const
{
    const auto *const number = std::get_if<double>(&given);
    const auto *const wanted = std::get_if<double>(&correct);
    if (!number || !wanted) return given == correct;
    return Range{.min = *wanted, .max = *wanted, .tolerance = tolerance}.contains(*number);
}

Finding HasAnswer::measure(const Sight &sight) const
{
    const auto given = sight.now.answers.find(question);
    if (given == sight.now.answers.end()) return immeasurable(not_begun);
    return judged(truth(is_right(given->second)), measured_of(given->second));
}

Statement HasAnswer::describe(const NodeFindings &found) const
{
    const Argument asked{"question", Name{question}};
    if (found.now().problem == &not_begun) return {Message(not_answered, {asked})};
    Statement said{Message(answer_is, {asked, said_answer(found.now().measured)})};
    if (found.now().truth != Truth::yes) said.need = Message(not_right);
    return said;
}

bool HasAnswer::is_begun(const Node &, const NodeState &own, const std::vector<NodeState> &) const
{
    return own.now.problem != &not_begun;
}

MessageTemplates HasAnswer::messages()
{
    return {&not_answered, &answer_is, &not_right, &answer_text};
}

} // namespace mvr::scene
