#include "scene/author_form.hpp"
#include "scene/predicate_forms.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <map>
#include <string>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

using scene::AuthorForm;
using scene::ChoiceField;
using scene::MemberValues;
using scene::NumberField;

void bind_fields(py::module_ &module)
{
    py::class_<NumberField>(module, "NumberField", "A number that an author gives.")
        .def_readonly("member", &NumberField::member, "Of the predicate.")
        .def_readonly("sentence", &NumberField::sentence)
        .def_readonly("unit", &NumberField::unit, "As in JSON; empty for a plain number.")
        .def_readonly("unit_symbol", &NumberField::unit_symbol, "As people read it.")
        .def_readonly("default", &NumberField::default_value, "In the unit, as the limits.")
        .def_readonly("least", &NumberField::least, "May be minus infinity.")
        .def_readonly("most", &NumberField::most, "May be infinity.")
        .def_readonly("is_whole", &NumberField::is_whole, "Whether it counts things.");
    py::class_<ChoiceField>(module, "ChoiceField", "One of some texts that an author chooses.")
        .def_readonly("member", &ChoiceField::member, "Of the predicate.")
        .def_readonly("sentence", &ChoiceField::sentence)
        .def_readonly("default", &ChoiceField::default_value)
        .def_readonly("choices", &ChoiceField::choices);
}

std::map<std::string, MemberValues> condition(const AuthorForm &form, const std::string &selected,
                                              const std::string &active, const MemberValues &values)
{
    return {{std::string(form.predicate), form.members(selected, active, values)}};
}

} // namespace

void init_author_form(py::module_ &module)
{
    bind_fields(module);
    py::class_<AuthorForm>(
        module, "AuthorForm",
        "The form in which an author adds a predicate from the selected objects.")
        .def_readonly("predicate", &AuthorForm::predicate, "Its name in a condition.")
        .def_readonly("label", &AuthorForm::label, "In a menu.")
        .def_readonly("sentence", &AuthorForm::sentence, "Beside it, without a full stop.")
        .def_property_readonly("needs_selected", &AuthorForm::needs_selected,
                               "Whether it takes an object that is selected beside the active one.")
        .def_readonly("fields", &AuthorForm::fields, "In the order in which they are asked for.")
        .def("condition", condition, "selected"_a, "active"_a, "values"_a,
             R"doc(The condition of these objects; whether the values fit is found by ``Condition``.

Args:
    selected: Name of the object beside the active one; counts only where it is needed.
    active: Name of the active object.
    values: By the fields' members; a field without one takes its default.
)doc");
    module.def("author_forms", scene::author_forms,
               "Of all predicates that have one, in the order in which authors read of them.");
    module.def("object_members", scene::object_members,
               "The members, of any predicate, in which a condition names an object.");
}

} // namespace mvr::bindings
