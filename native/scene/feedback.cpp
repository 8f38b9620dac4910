#include "scene/feedback.hpp"

#include "scene/program.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace mvr::scene {
namespace {

constexpr MessageTemplate not_in_scene{"object.missing", "{object} is not in the scene"};
constexpr MessageTemplate children_hold{"conditions.hold", "{met} of {total} conditions hold"};

/// What is not met, apart from the author's own sentence for it.
Sentences own_sentences(const NodeFindings &found)
{
    return std::visit(
        [&](const auto &predicate) -> Sentences {
            const bool is_leaf = found.node().children.empty();
            const bool unknown = found.now().truth == Truth::unknown;
            if constexpr (requires { predicate.unmet(found); }) {
                if (!is_leaf || !unknown) return predicate.unmet(found);
            }
            return {to_sentence(describe(found))};
        },
        found.node().predicate);
}

bool says_more_than_author(const NodeFindings &found)
{
    // Only what was measured can be as the author says.
    if (found.now().truth == Truth::unknown) return true;
    return std::visit(
        [&](const auto &predicate) {
            if constexpr (requires { predicate.says_more_than_author(found); }) {
                return predicate.says_more_than_author(found);
            }
            return false;
        },
        found.node().predicate);
}

Sentences beside_feedback(const NodeFindings &found)
{
    return std::visit(
        [&](const auto &predicate) -> Sentences {
            if constexpr (requires { predicate.beside_feedback(found); }) {
                return predicate.beside_feedback(found);
            }
            // How far off it is no author can say.
            const Measured &measured = found.now().measured;
            const bool is_measure = std::holds_alternative<double>(measured) ||
                                    std::holds_alternative<SupportMeasure>(measured);
            if (!is_measure || !found.node().children.empty()) return {};
            return own_sentences(found);
        },
        found.node().predicate);
}

void add_once(Message sentence, Sentences &said)
{
    const auto is_same = [text = sentence.text()](const Message &one) {
        return one.text() == text;
    };
    if (std::ranges::none_of(said, is_same)) said.push_back(std::move(sentence));
}

} // namespace

Sentences unmet(const Findings &findings, NodeIndex index)
{
    if (findings.holds(index)) return {};
    const NodeFindings found{findings, index};
    if (found.node().feedback.empty() || says_more_than_author(found)) return own_sentences(found);
    Sentences said{Message::by_author(found.node().feedback)};
    for (Message &sentence : beside_feedback(found))
        said.push_back(std::move(sentence));
    return said;
}

Sentences unmet_children(const NodeFindings &found)
{
    Sentences all;
    for (const NodeIndex child : found.node().children) {
        for (Message &sentence : unmet(found.all, child))
            add_once(std::move(sentence), all);
    }
    return all;
}

Statement describe(const NodeFindings &found)
{
    const Finding &now = found.now();
    if (now.missing) return {Message(not_in_scene, {found.object("object", *now.missing)})};
    if (now.truth == Truth::unknown && now.problem && now.problem->sentence) {
        return {Message(*now.problem->sentence)};
    }
    return std::visit([&](const auto &predicate) { return predicate.describe(found); },
                      found.node().predicate);
}

Statement describe_children(const NodeFindings &found)
{
    return {Message(children_hold, {{"met", count_of(found.tally().certain)},
                                    {"total", count_of(found.node().children.size())}})};
}

void add_missing_objects(const Findings &findings, NodeIndex index, Sentences &said)
{
    if (findings.holds(index)) return;
    const NodeFindings found{findings, index};
    for (const NodeIndex child : found.node().children)
        add_missing_objects(findings, child, said);
    if (!found.now().missing) return;
    add_once(to_sentence(describe(found)), said);
}

MessageTemplates feedback_messages() { return {&not_in_scene, &children_hold}; }

} // namespace mvr::scene
