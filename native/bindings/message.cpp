#include "support/message.hpp"

#include "learning/decision_text.hpp"
#include "scene/message_catalogue.hpp"
#include "support/log.hpp"

#include <pybind11/functional.h>
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <map>
#include <optional>
#include <string>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

/// As `translate` gives it, or in English where it fails: a mistaken translation stops no work.
std::string translated(const Translate &translate, std::string_view english)
{
    try {
        return translate(english);
    } catch (py::error_already_set &raised) {
        raised.discard_as_unraisable("translation of a message");
    } catch (const py::cast_error &wrong) {
        log_warning(std::string("A translation is no text: ") + wrong.what());
    }
    return std::string(english);
}

std::string text(const Message &message, const std::optional<Translate> &translate)
{
    if (!translate) return message.text();
    return message.text([&](std::string_view english) { return translated(*translate, english); });
}

std::map<std::string, std::string> message_templates()
{
    std::map<std::string, std::string> english_by_id;
    for (const auto &some : {scene::message_catalogue(), learning::decision_messages()}) {
        for (const MessageTemplate *form : some)
            english_by_id.emplace(form->id, form->english);
    }
    return english_by_id;
}

} // namespace

void init_message(py::module_ &module)
{
    py::class_<Message>(module, "Message", R"doc(What is said to a person, before it is a text.

A template of this program with its numbers and names, or what an author wrote.
)doc")
        .def_property_readonly("id", &Message::id,
                               "Of the template; \"author\" for what an author wrote.")
        .def_property_readonly("is_by_author", &Message::is_by_author,
                               "Whether an author wrote it; then no translation changes it.")
        .def("text", text, "translate"_a = py::none(), R"doc(As a text, in English.

Args:
    translate: Gives a template in another language, its ``{placeholders}`` in any order.
)doc");
    module.def("message_templates", message_templates,
               "What messages say, in English, by id: what a translation has to hold.");
}

} // namespace mvr::bindings
