#include "scene/predicates/visible.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate shown{"visible.shown", "{object} is visible"};
constexpr MessageTemplate hidden{"visible.hidden", "{object} is hidden"};
constexpr MessageTemplate visible_must_be{"visible.must_be", "it must be visible"};

} // namespace

Finding Visible::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    return judged(truth(body->visible), Property(body->visible));
}

Statement Visible::describe(const NodeFindings &found) const
{
    const bool visible = std::get<bool>(found.property());
    return {Message(visible ? shown : hidden, {found.object("object", object)}),
            Message(visible_must_be)};
}

MessageTemplates Visible::messages() { return {&shown, &hidden, &visible_must_be}; }

} // namespace mvr::scene
