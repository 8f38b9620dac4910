#include "scene/tighten.hpp"

#include "scene/form.hpp"
#include "support/error.hpp"

#include <optional>
#include <variant>

namespace mvr::scene {
namespace {

/// Narrows one described member of a predicate.
template <class P> class Tighten {
  public:
    Tighten(P &predicate, double factor) : predicate_(predicate), factor_(factor) {}

    void operator()(const Limits<P> &limits) const { narrow(predicate_.*limits.pointer, factor_); }
    void operator()(const UpperLimit<P, Range> &limit) const
    {
        narrow(predicate_.*limit.pointer, factor_);
    }
    void operator()(const UpperLimit<P, std::optional<Range>> &limit) const
    {
        if (auto &range = predicate_.*limit.pointer) narrow(*range, factor_);
    }
    void operator()(const auto &) const {}

  private:
    P &predicate_;
    double factor_;
};

bool turns_round(const Predicate &predicate)
{
    return std::visit(
        [](const auto &p) {
            if constexpr (requires { p.turns_round(); }) return p.turns_round();
            return false;
        },
        predicate);
}

void tighten(Program &program, NodeIndex index, double factor)
{
    Node &node = program.nodes[index];
    if (turns_round(node.predicate)) return;
    std::visit(
        [&]<class P>(P &predicate) {
            if constexpr (requires { predicate.tighten(factor); }) {
                predicate.tighten(factor);
            } else {
                for_each_member<P>(Tighten<P>(predicate, factor));
            }
        },
        node.predicate);
    for (const NodeIndex child : node.children)
        tighten(program, child, factor);
}

} // namespace

void narrow(Range &range, double factor)
{
    range.tolerance *= factor;
    if (!range.max) return;
    if (!range.min) {
        range.max = *range.max * factor;
        return;
    }
    const double middle = (*range.min + *range.max) / 2;
    const double half = (*range.max - *range.min) / 2 * factor;
    range.min = middle - half;
    range.max = middle + half;
}

Program tightened(Program program, double factor)
{
    if (!(factor >= 0.5 && factor <= 1)) {
        throw Failure({Errc::internal, "scene: a tolerance factor is 0.5 to 1", "", ""});
    }
    tighten(program, program.root(), factor);
    return program;
}

} // namespace mvr::scene
