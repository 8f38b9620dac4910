#include "support/value_tape.hpp"

#include <utility>

namespace mvr {

JsonNode &ValueTape::leaf(JsonNode::Kind kind)
{
    if (!open_.empty()) ++nodes_[open_.back()].size;
    JsonNode &node = nodes_.emplace_back();
    node.kind = kind;
    node.name = std::exchange(name_, {});
    node.end = static_cast<std::uint32_t>(nodes_.size());
    return node;
}

void ValueTape::begin(JsonNode::Kind kind)
{
    const auto at = static_cast<std::uint32_t>(nodes_.size());
    leaf(kind);
    open_.push_back(at);
}

void ValueTape::end()
{
    nodes_[open_.back()].end = static_cast<std::uint32_t>(nodes_.size());
    open_.pop_back();
}

} // namespace mvr
