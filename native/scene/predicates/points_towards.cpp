#include "scene/predicates/points_towards.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {
namespace {

constexpr Problem at_one_place{
    "both are at one place", MessageTemplate{"points_towards.at_one_place",
                                             "This could not be measured: both are at one place"}};

constexpr MessageTemplate past_object{"points_towards.past_object",
                                      "The {axis} axis of {object} points {measured} past {other}"};
constexpr MessageTemplate past_point{
    "points_towards.past_point",
    "The {axis} axis of {object} points {measured} past the point {point}"};

} // namespace

Finding PointsTowards::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    Vec3 target;
    if (const auto *other = std::get_if<ObjectIndex>(&to)) {
        const ObjectState *const found = sight.objects.at(*other);
        if (!found) return missing(*other);
        target = centre(found->bounds);
    } else {
        target = std::get<Vec3>(to);
    }
    const Vec3 way = target - centre(body->bounds);
    if (length(way) <= length_epsilon_m) return immeasurable(at_one_place);
    return compare(angle_between(rotate(body->rotation, axis.direction), way), range);
}

Statement PointsTowards::describe(const NodeFindings &found) const
{
    const auto *const other = std::get_if<ObjectIndex>(&to);
    return number_statement(
        other ? past_object : past_point,
        {{"axis", Name{axis.name}},
         found.object("object", object),
         other ? found.object("other", *other) : vector_argument("point", std::get<Vec3>(to))},
        found.number(), range);
}

MessageTemplates PointsTowards::messages()
{
    return {&past_object, &past_point, &*at_one_place.sentence};
}

} // namespace mvr::scene
