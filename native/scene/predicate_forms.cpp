#include "scene/predicate_forms.hpp"

#include "scene/predicate.hpp"

#include <type_traits>
#include <utility>
#include <variant>

namespace mvr::scene {
namespace {

template <class P> PredicateForm form_of()
{
    std::string example("{\"");
    example.append(P::name).append("\": ").append(P::example).append("}");
    PredicateForm form{P::name, P::sentence, std::move(example), form_members<P>(), {}};
    if constexpr (requires { P::from_selection(); }) form.from_selection = P::from_selection();
    return form;
}

template <class... P> std::vector<PredicateForm> forms_of(std::type_identity<std::variant<P...>>)
{
    return {form_of<P>()...};
}

} // namespace

const std::vector<PredicateForm> &predicate_forms()
{
    static const auto forms = forms_of(std::type_identity<Predicate>{});
    return forms;
}

std::set<std::string> object_members()
{
    std::set<std::string> names;
    for (const PredicateForm &form : predicate_forms()) {
        for (const FormMember &member : form.members) {
            if (std::holds_alternative<ObjectMember>(member.takes)) names.insert(member.name);
        }
    }
    return names;
}

} // namespace mvr::scene
