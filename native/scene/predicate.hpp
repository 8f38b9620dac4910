#pragma once

// The list of all predicates. To add one, write its file in scene/predicates/, include it here and
// name it in the list; the reader, the evidence, the tools' texts and docs/predicates.md follow.
//
// A predicate is a struct of what its author asks, with a Description of the members of its JSON
// (scene/form.hpp) and
//
//     static constexpr std::string_view name, sentence, example;  for authors; `example` is JSON
//     Finding measure(const Sight &) const;                       or (Node, Sight), or (Sight,
//     NodeState &) Statement describe(const NodeFindings &) const;             only called where it
//     was measured
//
// and, where the rule that stands in brackets is not right for it:
//
//     void read(Fields &, Node &);                members that depend on each other [as described]
//     static P read_value(Compiler &, const Json &, path, Node &);   its JSON is no object
//     void ask(const Findings &, Json &) const;   evidence of what was asked [all that is
//     described] void add_evidence(const NodeFindings &, Json &) const;      evidence beside the
//     measured value void tighten(double factor);                [narrows every described limit]
//     bool turns_round() const;                   less room below it would ask for less [no]
//     double score(const NodeFindings &) const;   while it does not hold [0]
//     bool is_lost(const Node &, nodes, lost) const;   it can never hold any more [no]
//     bool is_begun(const Node &, const NodeState &, nodes) const;   it judges work, not a state
//     static constexpr bool entered;              a view, mode or tool, not an object's state [no]
//     static constexpr bool needs_view;           [no]
//     Sentences unmet(const NodeFindings &) const;                [the description's sentence]
//     bool says_more_than_author(const NodeFindings &) const;     … than the author's feedback [no]
//     Sentences beside_feedback(const NodeFindings &) const;      said after that feedback
//     [nothing]

#include "scene/predicates/all.hpp"
#include "scene/predicates/angle.hpp"
#include "scene/predicates/any.hpp"
#include "scene/predicates/count.hpp"
#include "scene/predicates/distance.hpp"
#include "scene/predicates/duration.hpp"
#include "scene/predicates/has_material.hpp"
#include "scene/predicates/in_view.hpp"
#include "scene/predicates/inside.hpp"
#include "scene/predicates/mode.hpp"
#include "scene/predicates/moved.hpp"
#include "scene/predicates/not.hpp"
#include "scene/predicates/order.hpp"
#include "scene/predicates/parented.hpp"
#include "scene/predicates/property.hpp"
#include "scene/predicates/tool.hpp"
#include "scene/predicates/turned.hpp"
#include "scene/predicates/visible.hpp"

#include <variant>

namespace mvr::scene {

// clang-format off: one line each
/// In the order in which authors are told of them.
using Predicate = std::variant<
    All,
    Any,
    Not,
    Distance,
    Angle,
    Inside,
    Moved,
    Turned,
    InView,
    Visible,
    HasProperty,
    Parented,
    HasMaterial,
    InMode,
    WithTool,
    Count,
    Order,
    Duration
>;
// clang-format on

} // namespace mvr::scene
