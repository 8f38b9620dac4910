#pragma once

// All predicates. To add one, write its file in scene/predicates/ and its line in
// scene/all_predicates.def; the reader, the evidence, the tools' texts, the forms of the
// panel and docs/predicates.md follow.
//
// A predicate is a struct of what its author asks, with a Description of the members of its JSON
// (scene/form.hpp) and these members; `example` is the JSON that the author writes, and `describe`
// is called only where something was measured.
//
// clang-format off
//     static constexpr std::string_view name, sentence, example;
//     Finding measure(const Sight &) const;            or (const Node &, const Sight &) const,
//                                                      or (const Sight &, NodeState &) const,
//                                                      or all three
//     Statement describe(const NodeFindings &) const;
//
// It may have these, where what stands in brackets is not right for it:
//
//     void read(JsonObjectReader &, Node &);                     [reads each described member by itself]
//     static P read_value(Compiler &, const Json &, path, Node &);      [its JSON is an object]
//     void ask(const Findings &, Json &) const;        evidence [of all that is described]
//     void add_evidence(const NodeFindings &, Json &) const;            [the measured value]
//     void tighten(double factor);                     [narrows every described limit]
//     bool turns_round() const;                        less margin below would ask for less [no]
//     double score(const NodeFindings &) const;        while it does not hold [0]
//     bool is_lost(const Node &, nodes, lost) const;   it can never hold any more [no]
//                                                      or (const Node &, const NodeState &, lost)
//     bool counts_time(const NodeState &, const NodeState &of) const;   time alone may change it,
//                                                      which depends on its only child `of`  [no]
//     std::optional<double> due_seconds(const NodeState &, const NodeState &of, double now) const;
//                                                      and when it may do so next
//     bool is_begun(const Node &, const NodeState &, nodes) const;      [it judges no work]
//     static constexpr bool entered;                   a view, mode or tool [an object's state]
//     static constexpr Beside beside;                  what it judges beside objects  [nothing]
//     std::vector<ObjectIndex> surfaces() const;       whose surface it measures [none]
//     std::vector<ObjectIndex> meshes() const;         whose mesh it counts [none]
//     Sentences unmet(const NodeFindings &) const;     [what `describe` says]
//     bool says_more_than_author(const NodeFindings &) const;           [no]
//     Sentences beside_feedback(const NodeFindings &) const;            [none]
//     static MessageTemplates messages();              all that it says  [nothing of its own]
//     static FromSelection from_selection();           how Add Checkpoint offers it  [not at all]
// clang-format on

#include "scene/predicate_files.hpp" // made by CMake from all_predicates.def

#include <variant>

namespace mvr::scene {

/// A variant of all types but the first.
template <class, class... P> using VariantBehind = std::variant<P...>;

#define MVR_PREDICATE(type, file) , type
using Predicate = VariantBehind<void
#include "scene/all_predicates.def"
                                >;
#undef MVR_PREDICATE

} // namespace mvr::scene
