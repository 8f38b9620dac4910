#include "scene/object_history.hpp"

#include "scene/same_object.hpp"

namespace mvr::scene {

void ObjectHistory::observe(const TrackedObjects &objects, std::size_t observation)
{
    for (ObjectIndex i = 0; i < courses_.size(); ++i)
        follow(courses_[i], objects.at(i), observation);
}

void ObjectHistory::follow(Course &course, const ObjectState *now, std::size_t observation)
{
    const bool same = now && course.last ? same_object(*course.last, *now) : !now && !course.last;
    const bool first = course.first_seen.empty();
    course.changed = !same && !first;
    if (same && !first) return;
    course.last = now ? std::optional(*now) : std::nullopt;
    course.state = now ? state_number(*now) : 0;
    if (course.first_seen.size() >= remembered_states_limit) course.first_seen.clear();
    course.first_seen.try_emplace(course.state, observation);
}

bool ObjectHistory::was_so_before(ObjectIndex object, std::size_t observation) const
{
    const Course &course = courses_[object];
    const auto seen = course.first_seen.find(course.state);
    return seen != course.first_seen.end() && seen->second < observation;
}

std::uint64_t ObjectHistory::state() const
{
    std::uint64_t sum = 0;
    for (const Course &course : courses_)
        sum = sum * 31 + course.state; // of numbers that are hashes already
    return sum;
}

} // namespace mvr::scene
