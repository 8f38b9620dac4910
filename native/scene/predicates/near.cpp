#include "scene/predicates/near.hpp"

#include "scene/findings.hpp"
#include "scene/surface_gap.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate centre_to_object{
    "near.centre_to_object", "The centre of {object} is {measured} from that of {other}"};
constexpr MessageTemplate centre_to_point{
    "near.centre_to_point", "The centre of {object} is {measured} from the point {point}"};
constexpr MessageTemplate gap_to_object{"near.gap_to_object",
                                        "{object} is {measured} away from {other}"};
constexpr MessageTemplate gap_to_point{"near.gap_to_point",
                                       "{object} is {measured} away from the point {point}"};
constexpr MessageTemplate touches_object{"near.touches_object", "{object} touches {other}"};
constexpr MessageTemplate touches_point{"near.touches_point", "{object} touches the point {point}"};

double way_m(const ObjectState &from, const Vec3 &point, MeasuredBetween between)
{
    if (between == MeasuredBetween::centre) return length(centre(from.bounds) - point);
    return gap_between(PlacedSurface(from), PlacedSurface(point));
}

double way_m(const ObjectState &from, const ObjectState &to, MeasuredBetween between)
{
    if (between == MeasuredBetween::centre) return way_m(from, centre(to.bounds), between);
    return gap_between(PlacedSurface(from), PlacedSurface(to));
}

} // namespace

Finding Near::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    if (const auto *point = std::get_if<Vec3>(&to)) {
        return compare(way_m(*body, *point, measured_between), range);
    }
    const ObjectIndex other = std::get<ObjectIndex>(to);
    const ObjectState *const target = sight.objects.at(other);
    if (!target) return missing(other);
    return compare(way_m(*body, *target, measured_between), range);
}

Statement Near::describe(const NodeFindings &found) const
{
    const auto *const other = std::get_if<ObjectIndex>(&to);
    const std::vector<Argument> said{found.object("object", object),
                                     other ? found.object("other", *other)
                                           : vector_argument("point", std::get<Vec3>(to))};
    const double way = found.number();
    if (measured_between == MeasuredBetween::centre) {
        return number_statement(other ? centre_to_object : centre_to_point, said, way, range);
    }
    if (way > 0) return number_statement(other ? gap_to_object : gap_to_point, said, way, range);
    return {Message(other ? touches_object : touches_point, said), unmet_need(0, range)};
}

std::vector<ObjectIndex> Near::surfaces() const
{
    if (measured_between == MeasuredBetween::centre) return {};
    if (const auto *other = std::get_if<ObjectIndex>(&to)) return {object, *other};
    return {object};
}

MessageTemplates Near::messages()
{
    return {&centre_to_object, &centre_to_point, &gap_to_object,
            &gap_to_point,     &touches_object,  &touches_point};
}

} // namespace mvr::scene
