#include "scene/tighten.hpp"

#include "support/error.hpp"

#include <variant>

namespace mvr::scene {
namespace {

/// Narrows the ranges of one node.
class Tighten {
  public:
    explicit Tighten(double factor) : factor_(factor) {}

    void operator()(Distance &test) const { narrow(test.range); }
    void operator()(Angle &test) const { narrow(test.range); }
    void operator()(Inside &test) const { test.range.tolerance *= factor_; }
    void operator()(Moved &test) const { narrow(test.range); }
    void operator()(Turned &test) const { narrow(test.range); }
    void operator()(InView &test) const
    {
        if (test.distance) narrow(*test.distance);
        if (test.facing_angle) narrow(*test.facing_angle);
    }
    void operator()(HasProperty &test) const
    {
        if (test.range.min && test.range.max) narrow(test.range);
    }
    void operator()(auto &) const {}

  private:
    /// Between two limits the middle stays; under one maximum, zero does.
    void narrow(Range &range) const
    {
        range.tolerance *= factor_;
        if (!range.max) return;
        if (!range.min) {
            range.max = *range.max * factor_;
            return;
        }
        const double middle = (*range.min + *range.max) / 2;
        const double half = (*range.max - *range.min) / 2 * factor_;
        range.min = middle - half;
        range.max = middle + half;
    }

    double factor_;
};

bool turns_round(const Predicate &predicate)
{
    const auto *count = std::get_if<Count>(&predicate);
    return std::holds_alternative<Not>(predicate) || (count && count->max);
}

void tighten(Program &program, NodeIndex index, double factor)
{
    Node &node = program.nodes[index];
    if (turns_round(node.predicate)) return;
    std::visit(Tighten(factor), node.predicate);
    for (const NodeIndex child : node.children)
        tighten(program, child, factor);
}

} // namespace

Program tightened(Program program, double factor)
{
    if (!(factor >= 0.5 && factor <= 1)) {
        throw Failure({Errc::internal, "scene: a tolerance factor is 0.5 to 1", "", ""});
    }
    tighten(program, program.root(), factor);
    return program;
}

} // namespace mvr::scene
