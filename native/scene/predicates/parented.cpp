#include "scene/predicates/parented.hpp"

#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate no_parent{"parented.no_parent", "{object} has no parent"};
constexpr MessageTemplate parent_is{"parented.parent_is", "The parent of {object} is {parent}"};
constexpr MessageTemplate same_name{
    "parented.same_name", "The parent of {object} is another object that is called {parent} now"};
constexpr MessageTemplate parented_must_be{"parented.must_be", "it must be {wanted}"};

} // namespace

void Parented::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    to = reader.other_object("to", object);
}

Finding Parented::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    const ObjectState *const wanted = sight.objects.at(to);
    if (!wanted) return missing(to);
    const bool is_child = body->is_parent_of_lesson && body->parent == wanted->name;
    return judged(truth(is_child), Property(body->parent));
}

Statement Parented::describe(const NodeFindings &found) const
{
    const std::string &parent = found.text();
    const Argument own = found.object("object", object);
    const bool is_namesake = !found.all.holds(found.index) && parent == found.all.object(to);
    return {parent.empty()
                ? Message(no_parent, {own})
                : Message(is_namesake ? same_name : parent_is, {own, {"parent", Name{parent}}}),
            Message(parented_must_be, {found.object("wanted", to)})};
}

MessageTemplates Parented::messages()
{
    return {&no_parent, &parent_is, &same_name, &parented_must_be};
}

} // namespace mvr::scene
