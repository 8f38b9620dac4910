#pragma once

// The values of a JSON text where support/json_tape.hpp has laid them down, and how they are read.

#include "support/json.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace mvr {

/// One value on a tape. The children of an object or array follow it, up to `end`.
struct JsonNode {
    enum class Kind : std::uint8_t {
        null,
        boolean,
        integer,
        unsigned_integer,
        number,
        text,
        array,
        object
    };
    Kind kind = Kind::null;
    bool truth = false;
    std::uint32_t end = 0;      ///< index behind this value and all below it
    std::uint32_t size = 0;     ///< items or members
    std::string_view name = {}; ///< of a member
    std::string_view text = {};
    union {
        std::int64_t integer = 0;
        std::uint64_t unsigned_integer;
        double number;
    };
};

/// A value on a tape; means nothing once the tape reads another text. Two words; pass it by value.
class JsonView {
  public:
    using Kind = JsonNode::Kind;

    JsonView() = default;
    JsonView(const std::vector<JsonNode> &nodes, std::uint32_t at) : nodes_(&nodes), at_(at) {}

    /// False for a view of nothing; nothing else may be asked of it then.
    explicit operator bool() const { return nodes_ != nullptr; }

    Kind kind() const { return node().kind; }
    bool is_null() const { return kind() == Kind::null; }
    bool is_boolean() const { return kind() == Kind::boolean; }
    bool is_text() const { return kind() == Kind::text; }
    bool is_array() const { return kind() == Kind::array; }
    bool is_object() const { return kind() == Kind::object; }
    bool is_number() const
    {
        return kind() == Kind::integer || kind() == Kind::unsigned_integer ||
               kind() == Kind::number;
    }

    bool boolean() const { return node().truth; }
    std::string_view text() const { return node().text; }
    /// Of any number.
    double number() const;
    /// Of a number without a fraction that every JSON parser reads as the same one: at most 2^53 in
    /// size (RFC 8259 §6).
    std::optional<std::int64_t> exact_integer() const;

    /// Members of an object or items of an array.
    std::size_t size() const { return node().size; }
    /// The member of that name; a view of nothing if there is none, or if this is no object.
    JsonView find(std::string_view name) const;
    /// The name under which this stands in its object.
    std::string_view name() const { return node().name; }

    /// Goes over members or items in the order of the text:
    /// `for (JsonView each : view.children())`.
    class Children;
    Children children() const;

    /// A copy in the form in which free-form parts travel on.
    Json to_json() const;

  private:
    const JsonNode &node() const { return (*nodes_)[at_]; }

    const std::vector<JsonNode> *nodes_ = nullptr;
    std::uint32_t at_ = 0;
};

class JsonView::Children {
  public:
    class Iterator {
      public:
        Iterator(const std::vector<JsonNode> &nodes, std::uint32_t at) : nodes_(nodes), at_(at) {}
        JsonView operator*() const { return {nodes_, at_}; }
        Iterator &operator++()
        {
            at_ = nodes_[at_].end;
            return *this;
        }
        bool operator!=(const Iterator &other) const { return at_ != other.at_; }

      private:
        const std::vector<JsonNode> &nodes_;
        std::uint32_t at_;
    };

    Children(const std::vector<JsonNode> &nodes, std::uint32_t first, std::uint32_t end)
        : nodes_(nodes), first_(first), end_(end)
    {
    }
    Iterator begin() const { return {nodes_, first_}; }
    Iterator end() const { return {nodes_, end_}; }

  private:
    const std::vector<JsonNode> &nodes_;
    std::uint32_t first_;
    std::uint32_t end_;
};

} // namespace mvr
