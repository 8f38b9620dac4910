#include "scene/predicates/parented.hpp"

#include "scene/asked.hpp"
#include "scene/compiler.hpp"
#include "scene/findings.hpp"
#include "scene/json_object_reader.hpp"

namespace mvr::scene {

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
    return {parent.empty() ? found.object(object) + " has no parent"
                           : "The parent of " + found.object(object) + " is " + parent,
            "it must be " + to};
}

} // namespace mvr::scene
