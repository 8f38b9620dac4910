#include "support/json.hpp"

#include "support/json_tape.hpp"

namespace mvr {

Result<Json> parse_json(std::string_view text)
{
    JsonTape tape;
    auto parsed = tape.parse(text);
    if (!parsed) return std::move(parsed).error();
    return parsed->to_json();
}

std::string to_text(const Json &value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace mvr
