#include "tools/curriculum_graph.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace mvr::tools {
namespace {

std::string at(const std::string &list, std::size_t index)
{
    return list + "[" + std::to_string(index) + "]";
}

Error unknown_unit(const std::string &unit, std::string field)
{
    return {Errc::invalid_argument, "'" + unit + "' is no unit of modular_structure",
            std::move(field), "Name a unit_id of modular_structure.units."};
}

/// The units of a curriculum that gates, with what each needs; none of one that only advises.
void add_gates(std::vector<learning::Unit> &all, const ContentArchitecture &architecture)
{
    if (architecture.prerequisite_mapping.enforcement == Enforcement::advise) return;
    const auto own = curriculum_units(architecture);
    if (!own) return; // it was rejected when it came
    for (const learning::Unit &unit : *own) {
        const auto known = std::ranges::find(all, unit.unit_id, &learning::Unit::unit_id);
        auto &into =
            known == all.end() ? all.emplace_back(learning::Unit{unit.unit_id, {}}) : *known;
        into.prerequisite_units.insert(into.prerequisite_units.end(),
                                       unit.prerequisite_units.begin(),
                                       unit.prerequisite_units.end());
    }
}

} // namespace

Result<std::vector<learning::Unit>> curriculum_units(const ContentArchitecture &architecture)
{
    std::vector<learning::Unit> units;
    std::map<std::string, std::size_t, std::less<>> by_id;
    for (const CurriculumUnit &unit : architecture.modular_structure.units) {
        by_id.emplace(unit.unit_id, units.size());
        units.push_back({unit.unit_id, unit.prerequisite_units});
    }
    const std::string path = "content_architecture.prerequisite_mapping.dependencies";
    const auto &dependencies = architecture.prerequisite_mapping.dependencies;
    for (std::size_t i = 0; i < dependencies.size(); ++i) {
        const auto owner = by_id.find(dependencies[i].unit_id);
        if (owner == by_id.end())
            return unknown_unit(dependencies[i].unit_id, at(path, i) + ".unit_id");
        for (std::size_t j = 0; j < dependencies[i].needed.size(); ++j) {
            const std::string &needed = dependencies[i].needed[j];
            if (!by_id.contains(needed))
                return unknown_unit(needed, at(at(path, i) + ".requires", j));
            units[owner->second].prerequisite_units.push_back(needed);
        }
    }
    return units;
}

std::int64_t count_dependencies(const std::vector<learning::Unit> &units)
{
    std::size_t count = 0;
    for (const auto &unit : units) {
        count +=
            std::set<std::string>(unit.prerequisite_units.begin(), unit.prerequisite_units.end())
                .size();
    }
    return static_cast<std::int64_t>(count);
}

Result<void> check_together(const store::State &state, const std::string &domain,
                            const ContentArchitecture &architecture)
{
    std::vector<learning::Unit> all;
    add_gates(all, architecture);
    for (const std::string &other : state.domains())
        if (other != domain) add_gates(all, read_curriculum(*state.knowledge_structure(other)));
    auto order = learning::order_units(all);
    if (order) return {};
    Error error = std::move(order).error();
    error.message = "together with the other curricula: " + error.message;
    error.field = "content_architecture";
    return error;
}

} // namespace mvr::tools
