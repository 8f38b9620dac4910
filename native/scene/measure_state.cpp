#include "scene/measure.hpp"

#include <algorithm>
#include <cmath>

namespace mvr::scene {
namespace {

std::optional<double> number_in(const Property &value)
{
    if (const auto *number = std::get_if<double>(&value)) return *number;
    if (const auto *whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    // Scripts and older files keep switches as 0 and 1.
    if (const auto *flag = std::get_if<bool>(&value)) return *flag ? 1.0 : 0.0;
    return std::nullopt;
}

bool same(const Property &a, const Property &b)
{
    if (a.index() == b.index() && !std::holds_alternative<double>(a)) return a == b;
    const auto x = number_in(a);
    const auto y = number_in(b);
    if (!x || !y) return false;
    return std::abs(*x - *y) <= property_epsilon * std::max(std::abs(*x), std::abs(*y));
}

Finding found(bool holds, Measured measured)
{
    return {.truth = truth(holds), .measured = std::move(measured), .problem = {}, .missing = {}};
}

Finding failed(Measured measured, std::string_view problem)
{
    return {.truth = Truth::no, .measured = std::move(measured), .problem = problem, .missing = {}};
}

} // namespace

Finding measure_one(const Visible &test, const Node &, const Sight &sight, NodeState &)
{
    const ObjectState *const object = sight.objects.at(test.object);
    if (!object) return missing(test.object);
    return found(object->visible, Property(object->visible));
}

Finding measure_one(const HasProperty &test, const Node &, const Sight &sight, NodeState &)
{
    const ObjectState *const object = sight.objects.at(test.object);
    if (!object) return missing(test.object);
    const auto entry = object->properties.find(test.name);
    if (entry == object->properties.end()) return failed({}, "property missing");
    if (test.equals) return found(same(entry->second, *test.equals), entry->second);
    const auto number = number_in(entry->second);
    if (!number) return failed(entry->second, "property is not a number");
    return compare(*number, test.range);
}

Finding measure_one(const Parented &test, const Node &, const Sight &sight, NodeState &)
{
    const ObjectState *const object = sight.objects.at(test.object);
    if (!object) return missing(test.object);
    return found(object->parent == test.to, Property(object->parent));
}

Finding measure_one(const HasMaterial &test, const Node &, const Sight &sight, NodeState &)
{
    const ObjectState *const object = sight.objects.at(test.object);
    if (!object) return missing(test.object);
    return found(std::ranges::find(object->materials, test.material) != object->materials.end(),
                 object->materials);
}

Finding measure_one(const InMode &test, const Node &, const Sight &sight, NodeState &)
{
    return found(sight.now.mode == test.is, Property(sight.now.mode));
}

Finding measure_one(const WithTool &test, const Node &, const Sight &sight, NodeState &)
{
    return found(sight.now.active_tool == test.is, Property(sight.now.active_tool));
}

} // namespace mvr::scene
