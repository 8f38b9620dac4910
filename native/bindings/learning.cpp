#include "bindings/errors.hpp"
#include "learning/duration.hpp"
#include "learning/prerequisites.hpp"
#include "learning/unit_model.hpp"
#include "support/json.hpp"
#include "tools/bounds.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <set>
#include <string>
#include <vector>

namespace py = pybind11;
using namespace py::literals;

namespace mvr::bindings {
namespace {

std::vector<learning::Unit> units_from(const std::string &text)
{
    const Json json = unwrap(parse_json(text));
    std::vector<learning::Unit> units;
    for (const Json &unit : json) {
        units.push_back({unit.at("unit_id").get<std::string>(),
                         unit.at("prerequisite_units").get<std::vector<std::string>>()});
    }
    return units;
}

} // namespace

void init_learning(py::module_ &module)
{
    module.def(
        "order_units",
        [](const std::string &units) { return unwrap(learning::order_units(units_from(units))); },
        "units_json"_a,
        R"doc(Unit ids so that each comes after its prerequisites.

Args:
    units_json: ``[{"unit_id": str, "prerequisite_units": [str]}, ...]``.

Raises:
    BadArgument: An id stands twice, a prerequisite names no unit, or there is a cycle (the message
        names its path).
)doc");
    module.def(
        "ready_units",
        [](const std::string &units, const std::vector<std::string> &mastered) {
            const std::set<std::string, std::less<>> known(mastered.begin(), mastered.end());
            return learning::ready_units(units_from(units), known);
        },
        "units_json"_a, "mastered"_a,
        "Units not mastered whose prerequisites all are, in authored order.");
    module.def(
        "unit_done",
        [](const std::set<std::string> &own_passed, const std::vector<std::string> &checkpoints) {
            return learning::unit_done(own_passed, checkpoints);
        },
        "own_passed"_a, "checkpoints"_a,
        R"doc(Whether a unit is done: every checkpoint that it has now was passed unaided.

Args:
    own_passed: Ids of the checkpoints that the learner passed unaided.
    checkpoints: Ids of all that the unit has; with none it is never done.
)doc");
    module.def(
        "duration_seconds",
        [](const std::string &text) { return unwrap(learning::parse_duration(text)).count(); },
        "text"_a,
        R"doc(Seconds of an estimated duration such as "15_minutes", "15 min", "1.5 h" or "PT15M".

Raises:
    BadArgument: The text is no duration.
)doc");
    module.def(
        "duration_text",
        [](const std::string &text) {
            return learning::duration_text(unwrap(learning::parse_duration(text)));
        },
        "text"_a,
        R"doc(An estimated duration in the form that a file keeps: "PT90M" is "90_minutes".

Raises:
    BadArgument: The text is no duration.
)doc");
    module.attr("DEFAULT_DURATION") = learning::default_duration;
    module.attr("UNIT_ID_LIMIT_CHARS") = tools::unit_id_bounds.longest;
    module.attr("LEARNER_ID_LIMIT_CHARS") = tools::learner_id_bounds.longest;
}

} // namespace mvr::bindings
