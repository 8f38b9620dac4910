#pragma once

#include "support/json_tape.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace mvr {

/// Lays values of another language on a tape, so that what reads a JSON text reads them too, with
/// the same checks and the same sentences, and no text is written or parsed. What is given between
/// `begin` and its `end` belongs to that list or object. The texts are not copied: they must live
/// as long as the view is used.
/// Thread: one at a time.
class ValueTape {
  public:
    /// The name of the value that comes next, a member of an object.
    void member(std::string_view name) { name_ = name; }
    void null() { leaf(JsonNode::Kind::null); }
    void boolean(bool value) { leaf(JsonNode::Kind::boolean).truth = value; }
    void integer(std::int64_t value) { leaf(JsonNode::Kind::integer).integer = value; }
    void number(double value) { leaf(JsonNode::Kind::number).number = value; }
    void text(std::string_view value) { leaf(JsonNode::Kind::text).text = value; }
    void begin_list() { begin(JsonNode::Kind::array); }
    void begin_object() { begin(JsonNode::Kind::object); }
    void end();

    /// What was given. Valid until more is.
    JsonView view() const { return {nodes_, 0}; }

  private:
    JsonNode &leaf(JsonNode::Kind kind);
    void begin(JsonNode::Kind kind);

    std::vector<JsonNode> nodes_;
    std::vector<std::uint32_t> open_; ///< lists and objects that have not ended
    std::string_view name_;
};

} // namespace mvr
