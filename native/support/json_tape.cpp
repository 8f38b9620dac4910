#include "support/json_tape.hpp"

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace mvr {
namespace {

namespace json = boost::json;
using json::string_view;
using ErrorCode = json::error_code;

/// Lays the values down in the order of the text.
class Writer {
  public:
    // What the parser asks of a handler; the body's size bounds all of them.
    static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
    static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

    explicit Writer(JsonTape::Memory &memory)
        : nodes_(memory.nodes), texts_(memory.texts), digits_(memory.digits), open_(memory.open),
          names_(memory.names)
    {
    }

    bool on_document_begin(ErrorCode &) { return true; }
    bool on_document_end(ErrorCode &) { return true; }
    bool on_object_begin(ErrorCode &) { return open(JsonNode::Kind::object); }
    bool on_object_end(std::size_t size, ErrorCode &error)
    {
        const std::uint32_t at = close(size);
        if (!find_twin(at)) return true;
        error = json::error::syntax;
        return false;
    }
    bool on_array_begin(ErrorCode &) { return open(JsonNode::Kind::array); }
    bool on_array_end(std::size_t size, ErrorCode &)
    {
        close(size);
        return true;
    }
    bool on_key_part(string_view part, std::size_t, ErrorCode &) { return take(part); }
    bool on_key(string_view part, std::size_t, ErrorCode &)
    {
        take(part);
        name_ = taken();
        return true;
    }
    bool on_string_part(string_view part, std::size_t, ErrorCode &) { return take(part); }
    bool on_string(string_view part, std::size_t, ErrorCode &)
    {
        take(part);
        leaf(JsonNode::Kind::text).text = taken();
        return true;
    }
    bool on_number_part(string_view part, ErrorCode &)
    {
        digits_.append(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t value, string_view, ErrorCode &)
    {
        digits_.clear();
        leaf(JsonNode::Kind::integer).integer = value;
        return true;
    }
    bool on_uint64(std::uint64_t value, string_view, ErrorCode &)
    {
        digits_.clear();
        leaf(JsonNode::Kind::unsigned_integer).unsigned_integer = value;
        return true;
    }
    /// The parser's own double may be off by its last bit, so the digits are read again.
    bool on_double(double about, string_view part, ErrorCode &error)
    {
        digits_.append(part.data(), part.size());
        double value = 0;
        const auto read = std::from_chars(digits_.data(), digits_.data() + digits_.size(), value);
        // "1e-400" is as good as 0, "1e400" is nothing.
        const bool is_tiny = read.ec != std::errc() && std::abs(about) < 1;
        digits_.clear();
        if (read.ec != std::errc() && !is_tiny) {
            problem_ = "a number is too large";
            error = json::error::syntax;
            return false;
        }
        leaf(JsonNode::Kind::number).number = is_tiny ? 0 : value;
        return true;
    }
    bool on_bool(bool value, ErrorCode &)
    {
        leaf(JsonNode::Kind::boolean).truth = value;
        return true;
    }
    bool on_null(ErrorCode &)
    {
        leaf(JsonNode::Kind::null);
        return true;
    }
    bool on_comment_part(string_view, ErrorCode &) { return true; }
    bool on_comment(string_view, ErrorCode &) { return true; }

    const std::string &problem() const { return problem_; }

  private:
    bool take(string_view part)
    {
        texts_.append(part.data(), part.size());
        return true;
    }
    std::string_view taken()
    {
        const std::string_view whole(texts_.data() + text_begins_, texts_.size() - text_begins_);
        text_begins_ = texts_.size();
        return whole;
    }
    JsonNode &leaf(JsonNode::Kind kind)
    {
        JsonNode &node = nodes_.emplace_back();
        node.kind = kind;
        node.name = std::exchange(name_, {});
        node.end = static_cast<std::uint32_t>(nodes_.size());
        return node;
    }
    bool open(JsonNode::Kind kind)
    {
        open_.push_back(static_cast<std::uint32_t>(nodes_.size()));
        leaf(kind);
        return true;
    }
    std::uint32_t close(std::size_t size)
    {
        const std::uint32_t at = open_.back();
        open_.pop_back();
        nodes_[at].end = static_cast<std::uint32_t>(nodes_.size());
        nodes_[at].size = static_cast<std::uint32_t>(size);
        return at;
    }
    /// Two parsers could disagree on which of two members of one name counts.
    bool find_twin(std::uint32_t object)
    {
        names_.clear();
        for (std::uint32_t at = object + 1; at < nodes_[object].end; at = nodes_[at].end)
            names_.push_back(nodes_[at].name);
        std::ranges::sort(names_);
        const auto twin = std::ranges::adjacent_find(names_);
        if (twin == names_.end()) return false;
        problem_ = "member '" + std::string(twin->substr(0, 64)) + "' stands twice in one object";
        return true;
    }

    std::vector<JsonNode> &nodes_;
    std::string &texts_;
    std::string &digits_;
    std::vector<std::uint32_t> &open_;
    std::vector<std::string_view> &names_;
    std::size_t text_begins_ = 0;
    std::string_view name_;
    std::string problem_;
};

Error rejected(std::string problem)
{
    return {Errc::invalid_argument, std::move(problem), "", "Send plain UTF-8 JSON."};
}

json::parse_options options()
{
    json::parse_options chosen;
    chosen.max_depth = json_depth_limit;
    return chosen;
}

} // namespace

Result<JsonView> JsonTape::parse(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        return rejected("JSON text must not hold a byte order mark");
    memory_.nodes.clear();
    memory_.digits.clear();
    memory_.open.clear();
    memory_.texts.clear();
    memory_.texts.reserve(text.size()); // views point into it: it must not move
    json::basic_parser<Writer> parser(options(), memory_);
    ErrorCode error;
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (!error && read == text.size()) return JsonView(memory_.nodes, 0);
    const std::string &problem = parser.handler().problem();
    if (!problem.empty()) return rejected(problem);
    if (error == json::error::too_deep) {
        return rejected("nested deeper than " + std::to_string(json_depth_limit) + " levels");
    }
    return rejected("not JSON at byte " + std::to_string(read + 1));
}

} // namespace mvr
