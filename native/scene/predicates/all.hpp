#pragma once

#include "scene/form.hpp"
#include "support/json.hpp"

#include <string>
#include <vector>

namespace mvr::scene {

/// Whether all conditions of a list hold.
struct All {
    static constexpr std::string_view name = "all";
    static constexpr std::string_view sentence = "All conditions of a list hold.";
    static constexpr std::string_view example =
        R"([{"visible": {"object": "Guard"}}, {"mode": {"is": "OBJECT"}}])";

    static All read_value(Compiler &compiler, const Json &json, const std::string &path,
                          Node &node);
    Finding measure(const Node &node, const Sight &sight) const;
    Statement describe(const NodeFindings &found) const;
    Sentences unmet(const NodeFindings &found) const;
    double score(const NodeFindings &found) const;
    bool is_lost(const Node &node, const std::vector<NodeState> &nodes,
                 const std::vector<bool> &lost) const;
};

} // namespace mvr::scene

namespace mvr {

template <> struct Description<scene::All> {
    static constexpr std::tuple<> members{};
};

} // namespace mvr
