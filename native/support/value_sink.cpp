#include "support/value_sink.hpp"

namespace mvr {

void write_value(ValueSink &sink, const Json &json)
{
    switch (json.type()) {
    case Json::value_t::boolean: return sink.boolean(json.get<bool>());
    case Json::value_t::number_integer: return sink.integer(json.get<std::int64_t>());
    case Json::value_t::number_unsigned: {
        const auto value = json.get<std::uint64_t>();
        if (value <= static_cast<std::uint64_t>(INT64_MAX))
            return sink.integer(static_cast<std::int64_t>(value));
        return sink.number(static_cast<double>(value));
    }
    case Json::value_t::number_float: return sink.number(json.get<double>());
    case Json::value_t::string: return sink.text(json.get_ref<const std::string &>());
    case Json::value_t::array:
        sink.begin_list();
        for (const Json &each : json)
            write_value(sink, each);
        return sink.end();
    case Json::value_t::object:
        sink.begin_map();
        for (const auto &[name, each] : json.items()) {
            sink.member(name);
            write_value(sink, each);
        }
        return sink.end();
    default: return sink.null();
    }
}

} // namespace mvr
