#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <string>
#include <vector>

namespace mvr::scene {

/// Whether one condition of a list holds.
struct Any {
    static constexpr std::string_view name = "any";
    static constexpr std::string_view sentence = "At least one condition of a list holds.";
    static constexpr std::string_view example =
        R"([{"visible": {"object": "Guard"}}, {"mode": {"is": "OBJECT"}}])";

    static Any read_value(Compiler &compiler, const Json &json, const std::string &path,
                          Node &node);
    Finding measure(const Node &node, const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    /// Only the way that is shortest: a list of all ways would read as if all were needed.
    Sentences unmet(const NodeFindings &found) const;
    double score(const NodeFindings &found) const;
    bool is_lost(const Node &node, const std::vector<NodeState> &nodes,
                 const std::vector<bool> &lost) const;
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::Any> {
    static constexpr std::tuple<> members{};
};

} // namespace mvr
