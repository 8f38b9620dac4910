#include "support/json.hpp"

#include <cmath>
#include <set>
#include <vector>

namespace mvr {
namespace {

/// Builds the value through nlohmann's own DOM callbacks, and stops at what a client must not send.
class Reader : public nlohmann::detail::json_sax_dom_parser<Json> {
    using Base = nlohmann::detail::json_sax_dom_parser<Json>;

  public:
    explicit Reader(Json &into) : Base(into, false) {}

    bool start_object(std::size_t size)
    {
        names_.emplace_back();
        return deeper() && Base::start_object(size);
    }
    bool end_object()
    {
        names_.pop_back();
        --depth_;
        return Base::end_object();
    }
    bool start_array(std::size_t size) { return deeper() && Base::start_array(size); }
    bool end_array()
    {
        --depth_;
        return Base::end_array();
    }
    bool key(std::string &name)
    {
        if (!names_.back().insert(name).second) {
            problem_ = "member '" + name.substr(0, 64) + "' stands twice in one object";
            return false;
        }
        return Base::key(name);
    }
    bool parse_error(std::size_t position, const std::string &,
                     const nlohmann::detail::exception &error)
    {
        if (problem_.empty()) {
            problem_ = error.id == 406 ? "a number is too large"
                                       : "not JSON at byte " + std::to_string(position);
        }
        return false;
    }
    const std::string &problem() const { return problem_; }

  private:
    bool deeper()
    {
        if (++depth_ <= json_depth_limit) return true;
        problem_ = "nested deeper than " + std::to_string(json_depth_limit) + " levels";
        return false;
    }

    std::size_t depth_ = 0;
    std::vector<std::set<std::string, std::less<>>> names_;
    std::string problem_;
};

} // namespace

Result<Json> parse_json(std::string_view text)
{
    // nlohmann takes a NUL byte after a number for the end of the text.
    if (text.find('\0') != std::string_view::npos || text.starts_with("\xEF\xBB\xBF")) {
        return Error{Errc::invalid_argument,
                     "JSON text must not hold a NUL byte or a byte order mark", "",
                     "Send plain UTF-8 JSON."};
    }
    Json root;
    Reader reader(root);
    if (Json::sax_parse(text, &reader)) return root;
    return Error{Errc::invalid_argument, reader.problem(), "", "Send plain UTF-8 JSON."};
}

std::string to_text(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace mvr
