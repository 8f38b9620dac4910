#include "scene/asked.hpp"

#include "scene/findings.hpp"

#include <variant>

namespace mvr::scene {

Json property_json(const Property &value)
{
    return std::visit([](const auto &v) { return Json(v); }, value);
}

Json limit_json(const Range &range)
{
    Json limit = Json::object();
    if (range.min) limit["min"] = *range.min;
    if (range.max) limit["max"] = *range.max;
    if (range.tolerance > 0) limit["tolerance"] = range.tolerance;
    return limit;
}

Json limit_with_unit(const Range &range)
{
    Json limit = limit_json(range);
    if (!range.unit.name.empty()) limit["unit"] = range.unit.name;
    return limit;
}

void add_range(Json &out, const Range &range)
{
    out["limit"] = limit_json(range);
    if (!range.unit.name.empty()) out["unit"] = range.unit.name;
}

void add_asked(Json &out, std::string_view name, ObjectIndex object, const Findings &findings)
{
    out[std::string(name)] = findings.object(object);
}

void add_asked(Json &out, std::string_view name, const std::optional<ObjectIndex> &object,
               const Findings &findings)
{
    if (object) add_asked(out, name, *object, findings);
}

void add_asked(Json &out, std::string_view name, const Target &to, const Findings &findings)
{
    if (const auto *object = std::get_if<ObjectIndex>(&to)) {
        add_asked(out, name, *object, findings);
        return;
    }
    const auto &point = std::get<Vec3>(to);
    out[std::string(name)] = Json::array({point.x, point.y, point.z});
}

void add_asked(Json &out, std::string_view name, const Axis &axis, const Findings &)
{
    out[std::string(name)] = axis.name;
}

void add_asked(Json &out, std::string_view name, const std::optional<Axis> &axis,
               const Findings &findings)
{
    if (axis) add_asked(out, name, *axis, findings);
}

} // namespace mvr::scene
