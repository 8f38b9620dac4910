#include "support/json_view.hpp"

#include <cmath>

namespace mvr {
namespace {

/// Beyond this, two JSON parsers may read one number as two (RFC 8259 §6).
constexpr double exact_integer_limit = 9'007'199'254'740'992.0;

} // namespace

double JsonView::number() const
{
    if (kind() == Kind::integer) return static_cast<double>(node().integer);
    if (kind() == Kind::unsigned_integer) return static_cast<double>(node().unsigned_integer);
    return node().number;
}

std::optional<std::int64_t> JsonView::exact_integer() const
{
    const double value = number();
    if (std::trunc(value) != value || std::abs(value) > exact_integer_limit) return std::nullopt;
    return kind() == Kind::integer ? node().integer : static_cast<std::int64_t>(value);
}

JsonView JsonView::find(std::string_view name) const
{
    if (!is_object()) return {};
    for (const JsonView each : children())
        if (each.name() == name) return each;
    return {};
}

JsonView::Children JsonView::children() const { return {*nodes_, at_ + 1, node().end}; }

Json JsonView::to_json() const
{
    switch (kind()) {
    case Kind::null: break;
    case Kind::boolean: return boolean();
    case Kind::integer: return node().integer;
    case Kind::unsigned_integer: return node().unsigned_integer;
    case Kind::number: return node().number;
    case Kind::text: return std::string(text());
    case Kind::array: {
        Json items = Json::array();
        for (const JsonView each : children())
            items.push_back(each.to_json());
        return items;
    }
    case Kind::object: {
        Json members = Json::object();
        for (const JsonView each : children())
            members.emplace(each.name(), each.to_json());
        return members;
    }
    }
    return nullptr;
}

} // namespace mvr
