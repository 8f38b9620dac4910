#include "scene/predicates/visible.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {

Finding Visible::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    return judged(truth(body->visible), Property(body->visible));
}

Statement Visible::describe(const NodeFindings &found) const
{
    const bool visible = std::get<bool>(found.property());
    return {found.object(object) + (visible ? " is visible" : " is hidden"), "it must be visible"};
}

} // namespace mvr::scene
