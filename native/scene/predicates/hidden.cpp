#include "scene/predicates/hidden.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate still_shown{"hidden.still_shown", "{object} is still visible"};
constexpr MessageTemplate hidden_now{"hidden.hidden_now", "{object} is hidden"};
constexpr MessageTemplate hidden_must_be{"hidden.must_be", "it must be hidden"};

} // namespace

Finding Hidden::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    return judged(truth(!body->visible), Property(!body->visible));
}

Statement Hidden::describe(const NodeFindings &found) const
{
    const bool is_hidden = std::get<bool>(found.property());
    return {Message(is_hidden ? hidden_now : still_shown, {found.object("object", object)}),
            Message(hidden_must_be)};
}

MessageTemplates Hidden::messages() { return {&still_shown, &hidden_now, &hidden_must_be}; }

} // namespace mvr::scene
