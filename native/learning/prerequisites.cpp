#include "learning/prerequisites.hpp"

#include <algorithm>
#include <cstddef>
#include <queue>
#include <string_view>
#include <unordered_map>

namespace mvr::learning {
namespace {

using Index = std::size_t;

/// Units by position, so that the order of authoring is the order of numbers.
struct Graph {
    std::vector<std::vector<Index>> needs;
    std::vector<std::vector<Index>> needed_by;
};

std::string path(Index unit, const char *member)
{
    return "units[" + std::to_string(unit) + "]." + member;
}

Result<std::unordered_map<std::string_view, Index>> index_by_id(std::span<const Unit> units)
{
    std::unordered_map<std::string_view, Index> index;
    for (Index i = 0; i < units.size(); ++i) {
        const std::string &id = units[i].unit_id;
        if (id.empty())
            return Error{Errc::invalid_argument, "A unit has an empty id.", path(i, "unit_id"),
                         "Give every unit a unique unit_id."};
        if (!index.emplace(id, i).second)
            return Error{Errc::invalid_argument, "The unit id `" + id + "` is used twice.",
                         path(i, "unit_id"), "Give every unit a unique unit_id."};
    }
    return index;
}

Result<Graph> graph_of(std::span<const Unit> units)
{
    const auto index = index_by_id(units);
    if (!index) return index.error();
    Graph graph{std::vector<std::vector<Index>>(units.size()),
                std::vector<std::vector<Index>>(units.size())};
    for (Index i = 0; i < units.size(); ++i) {
        const auto &names = units[i].prerequisite_units;
        for (Index k = 0; k < names.size(); ++k) {
            const auto found = index->find(names[k]);
            if (found == index->end())
                return Error{Errc::invalid_argument,
                             "Unit `" + units[i].unit_id + "` needs `" + names[k] +
                                 "`, and there is no such unit.",
                             path(i, "prerequisite_units") + "[" + std::to_string(k) + "]",
                             "Name a unit of this lesson, or create that unit first."};
            graph.needs[i].push_back(found->second);
            graph.needed_by[found->second].push_back(i);
        }
    }
    return graph;
}

/// Kahn's algorithm with the earliest authored unit first; shorter than the graph if it has a
/// cycle.
std::vector<Index> order(const Graph &graph)
{
    std::vector<Index> missing(graph.needs.size());
    std::priority_queue<Index, std::vector<Index>, std::greater<>> free;
    for (Index i = 0; i < missing.size(); ++i) {
        missing[i] = graph.needs[i].size();
        if (missing[i] == 0) free.push(i);
    }
    std::vector<Index> ordered;
    while (!free.empty()) {
        const Index unit = free.top();
        free.pop();
        ordered.push_back(unit);
        for (const Index next : graph.needed_by[unit])
            if (--missing[next] == 0) free.push(next);
    }
    return ordered;
}

/// A cycle among the units that could not be ordered. Each of them needs another of them, so
/// following those needs must come back to a unit already seen.
std::vector<Index> cycle(const Graph &graph, const std::vector<Index> &ordered)
{
    std::vector<bool> stuck(graph.needs.size(), true);
    for (const Index unit : ordered)
        stuck[unit] = false;
    std::vector<Index> walk;
    std::vector<bool> seen(stuck.size(), false);
    auto unit = static_cast<Index>(std::ranges::find(stuck, true) - stuck.begin());
    while (!seen[unit]) {
        seen[unit] = true;
        walk.push_back(unit);
        unit = *std::ranges::find_if(graph.needs[unit], [&](Index need) { return stuck[need]; });
    }
    std::vector<Index> loop(std::ranges::find(walk, unit), walk.end());
    std::rotate(loop.begin(), std::ranges::min_element(loop), loop.end());
    return loop;
}

Error cycle_error(std::span<const Unit> units, const std::vector<Index> &loop)
{
    std::string names;
    for (const Index unit : loop)
        names += units[unit].unit_id + " -> ";
    names += units[loop.front()].unit_id;
    const auto &needs = units[loop.front()].prerequisite_units;
    const std::string &next = units[loop[1 % loop.size()]].unit_id;
    const auto position = std::ranges::find(needs, next) - needs.begin();
    return {Errc::invalid_argument, "The prerequisites form a circle: " + names + ".",
            path(loop.front(), "prerequisite_units") + "[" + std::to_string(position) + "]",
            "Remove one of these prerequisites."};
}

} // namespace

Result<std::vector<std::string>> order_units(std::span<const Unit> units)
{
    const auto graph = graph_of(units);
    if (!graph) return graph.error();
    const std::vector<Index> ordered = order(*graph);
    if (ordered.size() < units.size()) return cycle_error(units, cycle(*graph, ordered));
    std::vector<std::string> ids;
    ids.reserve(ordered.size());
    for (const Index unit : ordered)
        ids.push_back(units[unit].unit_id);
    return ids;
}

std::vector<std::string> ready_units(std::span<const Unit> units,
                                     const std::set<std::string, std::less<>> &mastered)
{
    const auto is_mastered = [&](const std::string &id) { return mastered.contains(id); };
    std::vector<std::string> ready;
    for (const Unit &unit : units)
        if (!is_mastered(unit.unit_id) && std::ranges::all_of(unit.prerequisite_units, is_mastered))
            ready.push_back(unit.unit_id);
    return ready;
}

} // namespace mvr::learning
