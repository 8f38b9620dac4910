#pragma once

// JSON text that came from outside, read once and left where it was read: no tree, no allocation
// for each value. What a described struct takes from it: support/strict_reader.hpp.

#include "support/json_view.hpp"
#include "support/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mvr {

/// Reads one JSON text after another into the same memory.
/// Thread: one at a time.
class JsonTape {
  public:
    JsonTape() = default;
    JsonTape(const JsonTape &) = delete;
    JsonTape &operator=(const JsonTape &) = delete;

    /// Takes what `parse_json` takes, and rejects what it rejects. The view is valid until the next
    /// call; `text` need not stay.
    Result<JsonView> parse(std::string_view text);

    /// What the reading of one text leaves to the next.
    struct Memory {
        std::vector<JsonNode> nodes;
        std::string texts;                   ///< of names and values, without their escapes
        std::string digits;                  ///< of a number that came in parts
        std::vector<std::uint32_t> open;     ///< objects and arrays that have not ended
        std::vector<std::string_view> names; ///< of the object that has ended last
    };

  private:
    Memory memory_;
};

} // namespace mvr
