#include "scene/margins.hpp"

#include "scene/form.hpp"
#include "scene/program.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <variant>

namespace mvr::scene {
namespace {

bool is_length(const Range &range)
{
    return std::ranges::any_of(length_units(),
                               [&](const Unit &unit) { return unit.name == range.unit.name; });
}

/// Under one maximum anything from it on either side of the aim is enough.
std::optional<double> width_m(const Range &range)
{
    if (!range.max || !is_length(range)) return std::nullopt;
    const double least = range.min ? *range.min : -*range.max;
    return (*range.max - least + 2 * range.tolerance) * range.unit.to_si;
}

/// Collects of one predicate which objects it names and what its limits leave.
template <class P> class MarginsOf {
  public:
    MarginsOf(const P &predicate, const Program &program) : predicate_(predicate), program_(program)
    {
        for_each_member<P>([this](const auto &member) { (*this)(member); });
        if constexpr (requires { predicate.gap; }) add(predicate.gap);
        if constexpr (requires { predicate.off_centre; }) add(predicate.off_centre);
    }

    std::vector<Margin> found() const
    {
        std::vector<Margin> all;
        for (const double width : widths_) {
            Margin one;
            if (!names_.empty()) one.object = names_[0];
            if (names_.size() > 1) one.to = names_[1];
            one.width_m = width;
            all.push_back(std::move(one));
        }
        return all;
    }

    void operator()(const Member<P, ObjectIndex> &member)
    {
        names_.push_back(program_.objects[predicate_.*member.pointer]);
    }
    void operator()(const Member<P, Target> &member)
    {
        const Target &to = predicate_.*member.pointer;
        const auto *object = std::get_if<ObjectIndex>(&to);
        names_.push_back(object ? program_.objects[*object] : "");
    }
    void operator()(const Limits<P> &limits) { add(predicate_.*limits.pointer); }
    void operator()(const UpperLimit<P, Range> &limit) { add(predicate_.*limit.pointer); }
    void operator()(const UpperLimit<P, std::optional<Range>> &limit)
    {
        add(predicate_.*limit.pointer);
    }
    void operator()(const auto &) {}

  private:
    void add(const std::optional<Range> &range)
    {
        if (const auto width = range ? width_m(*range) : std::nullopt) widths_.push_back(*width);
    }

    const P &predicate_;
    const Program &program_;
    std::vector<std::string> names_;
    std::vector<double> widths_;
};

void collect_margins(const Program &program, NodeIndex index, std::vector<Margin> &all)
{
    const Node &node = program.nodes[index];
    const bool turns_round = std::visit(
        [](const auto &p) {
            if constexpr (requires { p.turns_round(); }) return p.turns_round();
            return false;
        },
        node.predicate);
    if (turns_round) return;
    std::visit(
        [&]<class P>(const P &predicate) {
            std::ranges::move(MarginsOf<P>(predicate, program).found(), std::back_inserter(all));
        },
        node.predicate);
    for (const NodeIndex child : node.children)
        collect_margins(program, child, all);
}

} // namespace

std::vector<Margin> margins(const Condition &condition)
{
    std::vector<Margin> all;
    collect_margins(condition.program(), condition.program().root(), all);
    return all;
}

} // namespace mvr::scene
