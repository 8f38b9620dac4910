#include "scene/predicates/parented.hpp"

#include "scene/asked.hpp"
#include "scene/compiler.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate no_parent{"parented.no_parent", "{object} has no parent"};
constexpr MessageTemplate parent_is{"parented.parent_is", "The parent of {object} is {parent}"};
constexpr MessageTemplate must_be{"parented.must_be", "it must be {wanted}"};

} // namespace

void Parented::read(JsonObjectReader &reader, Node &)
{
    object = reader.object("object");
    to = reader.name("to");
    // Not an object of the condition: only its name is compared.
    if (!reader.compiler().failed() && reader.required("object", "") == to) {
        reader.reject("to", "an object cannot be its own parent", "Name another object.");
    }
}

void Parented::ask(const Findings &findings, Json &out) const
{
    add_asked(out, "object", object, findings);
    out["limit"] = {{"equals", to}};
}

Finding Parented::measure(const Sight &sight) const
{
    const ObjectState *const body = sight.objects.at(object);
    if (!body) return missing(object);
    return judged(truth(body->parent == to), Property(body->parent));
}

Statement Parented::describe(const NodeFindings &found) const
{
    const std::string &parent = found.text();
    const Argument own = found.object("object", object);
    return {parent.empty() ? Message(no_parent, {own})
                           : Message(parent_is, {own, {"parent", Name{parent}}}),
            Message(must_be, {{"wanted", Name{to}}})};
}

MessageTemplates Parented::messages() { return {&no_parent, &parent_is, &must_be}; }

} // namespace mvr::scene
