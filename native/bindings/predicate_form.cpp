#include "scene/predicate_forms.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace py = pybind11;

namespace mvr::bindings {
namespace {

using scene::ChoiceMember;
using scene::FormMember;
using scene::NumberMember;
using scene::ObjectMember;
using scene::PredicateForm;

std::string_view takes(const FormMember &member)
{
    if (std::holds_alternative<NumberMember>(member.takes)) return "number";
    if (std::holds_alternative<ChoiceMember>(member.takes)) return "choice";
    if (std::holds_alternative<ObjectMember>(member.takes)) return "object";
    return "";
}

std::string unit_member(const FormMember &member)
{
    const auto *const number = std::get_if<NumberMember>(&member.takes);
    return number ? number->unit_member : "";
}

std::vector<std::string> units(const FormMember &member)
{
    std::vector<std::string> names;
    if (const auto *const number = std::get_if<NumberMember>(&member.takes)) {
        for (const scene::Unit &unit : number->quantity.units)
            names.emplace_back(unit.name);
    }
    return names;
}

std::vector<std::string> choices(const FormMember &member)
{
    const auto *const choice = std::get_if<ChoiceMember>(&member.takes);
    if (!choice) return {};
    return {choice->values.begin(), choice->values.end()};
}

bool is_required(const FormMember &member) { return member.absent == scene::form::required; }

} // namespace

void init_predicate_form(py::module_ &module)
{
    py::class_<FormMember>(module, "FormMember", "One member of what an author writes.")
        .def_readonly("name", &FormMember::name)
        .def_readonly("sentence", &FormMember::sentence)
        .def_readonly("type", &FormMember::type, "For people.")
        .def_property_readonly("is_required", is_required)
        .def_property_readonly("takes", takes, R"doc("number", "choice", "object" or "".)doc")
        .def_property_readonly("unit_member", unit_member,
                               "The member that holds a number's unit; empty without.")
        .def_property_readonly("units", units, "Of a number; empty for a plain one.")
        .def_property_readonly("choices", choices, "Of a choice.");
    py::class_<PredicateForm>(module, "PredicateForm", "What an author has to know of a predicate.")
        .def_readonly("name", &PredicateForm::name, "In a condition.")
        .def_readonly("sentence", &PredicateForm::sentence)
        .def_readonly("members", &PredicateForm::members);
    module.def("predicate_forms", scene::predicate_forms,
               "Of all predicates, in the order in which authors read of them.");
}

} // namespace mvr::bindings
