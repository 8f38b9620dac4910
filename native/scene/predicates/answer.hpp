#pragma once

#include "scene/form.hpp"
#include "scene/question.hpp"
#include "scene/units.hpp"
#include "support/json.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace mvr::scene {

/// A question has at most so many options: more than a person reads before they answer.
inline constexpr std::size_t option_limit = 20;

/// Whether the learner answered a question rightly. What is right stands in the evidence and in no
/// sentence. Which way a wrong number is off is not said either: it would lead there by halving.
struct HasAnswer {
    static constexpr std::string_view name = "answer";
    static constexpr std::string_view sentence =
        "The learner answered a question rightly: chose one text, put texts in order, or gave a "
        "number.";
    static constexpr std::string_view example =
        R"({"question": "Which bolt comes first?", "kind": "choice", "options": ["Bolt 1", "Bolt 3", "Bolt 5"], "correct": "Bolt 3"})";

    std::string question;
    QuestionKind kind = QuestionKind::choice;
    std::vector<std::string> options;
    Answer correct;
    double tolerance = 0; ///< of a number, either way

    static constexpr Beside beside = Beside::answers;

    void read(JsonObjectReader &reader, Node &node);
    void ask(const Findings &findings, Json &out) const;
    void add_evidence(const NodeFindings &found, Json &out) const;
    Finding measure(const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    static MessageTemplates messages();
    bool is_begun(const Node &node, const NodeState &own,
                  const std::vector<NodeState> &nodes) const;

    Question as_asked() const { return {question, kind, options}; }
    bool is_right(const Answer &given) const;
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::HasAnswer> {
    using Self = scene::HasAnswer;
    static constexpr std::tuple members{
        Member{"question", &Self::question, "What the learner reads."},
        Member{"kind", &Self::kind, "How it is answered."},
        scene::OwnMember{"options", "list of texts", "required unless a number is asked",
                         "2 to 20 texts, shown as they stand here; for an order in another one "
                         "than the right one."},
        scene::OwnMember{"correct", "text, list of texts, or number", scene::form::required,
                         "The right one of the options, all of them in the right order, or the "
                         "number."},
        scene::OwnMember{"tolerance", "number", "0", "How far a number may be off, either way."},
    };
};

} // namespace mvr
