#include "scene/evaluate.hpp"
#include "scene/measure.hpp"

#include <utility>

namespace mvr::scene {
namespace {

std::string spoken(const Property &value)
{
    if (const auto *flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto *whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto *number = std::get_if<double>(&value)) return to_words(*number, 6);
    return std::string("“").append(std::get<std::string>(value)).append("”");
}

std::string spoken(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "no material" : text;
}

std::string spoken(const Vec3 &v)
{
    std::string text("(");
    text.append(to_words(v.x)).append(", ").append(to_words(v.y)).append(", ");
    return text.append(to_words(v.z)).append(")");
}

/// Speaks of what one node measured; called only where it measured something.
class Speaker {
  public:
    Speaker(const Findings &findings, NodeIndex index)
        : findings_(findings), node_(findings.node(index)), now_(findings.state(index).now)
    {
    }

    Words operator()(const Distance &test) const
    {
        const auto *other = std::get_if<ObjectIndex>(&test.to);
        return number_words(name(test.object) + " is", number(), test.range,
                            other ? "from " + name(*other)
                                  : "from the point " + spoken(std::get<Vec3>(test.to)));
    }
    Words operator()(const Angle &test) const
    {
        const auto *other = std::get_if<ObjectIndex>(&test.to);
        return number_words("The " + test.axis.name + " axis of " + name(test.object) + " is",
                            number(), test.range,
                            other ? "from the " + test.to_axis.name + " axis of " + name(*other)
                                  : "from the direction " + spoken(std::get<Vec3>(test.to)));
    }
    Words operator()(const Inside &test) const
    {
        const std::string &region = name(test.region);
        if (number() <= 0) return {name(test.object) + " is inside " + region, "it must be inside"};
        Words said =
            number_words(name(test.object) + " is", number(), test.range, "outside " + region);
        said.need = "it must be inside";
        if (test.range.tolerance > 0) {
            said.need += ", or at most " + to_words(test.range.tolerance) +
                         std::string(test.range.unit.symbol) + " outside";
        }
        return said;
    }
    Words operator()(const Moved &test) const
    {
        return number_words(name(test.object) + " has moved", number(), test.range, "");
    }
    Words operator()(const Turned &test) const
    {
        return number_words(name(test.object) + " has turned", number(), test.range,
                            "about its " + test.axis.name + " axis");
    }
    Words operator()(const InView &test) const
    {
        return view_words(name(test.object), test, std::get<ViewMeasure>(now_.measured));
    }
    Words operator()(const Visible &test) const
    {
        const bool visible = std::get<bool>(std::get<Property>(now_.measured));
        return {name(test.object) + (visible ? " is visible" : " is hidden"), "it must be visible"};
    }
    Words operator()(const HasProperty &test) const
    {
        const std::string subject = name(test.object) + ": " + test.name + " is";
        if (std::holds_alternative<double>(now_.measured)) {
            return number_words(subject, number(), test.range, "");
        }
        if (std::holds_alternative<std::monostate>(now_.measured)) {
            return {subject + " not set", need_of(test)};
        }
        return {subject + " " + spoken(std::get<Property>(now_.measured)), need_of(test)};
    }
    Words operator()(const Parented &test) const
    {
        const std::string &parent = std::get<std::string>(std::get<Property>(now_.measured));
        return {parent.empty() ? name(test.object) + " has no parent"
                               : "The parent of " + name(test.object) + " is " + parent,
                "it must be " + test.to};
    }
    Words operator()(const HasMaterial &test) const
    {
        const auto &list = std::get<std::vector<std::string>>(now_.measured);
        return {name(test.object) + " has " + spoken(list), "it must have " + test.material};
    }
    Words operator()(const InMode &test) const { return is("The mode is ", test.is); }
    Words operator()(const WithTool &test) const { return is("The active tool is ", test.is); }
    Words operator()(const All &) const { return {counted() + " hold", ""}; }
    Words operator()(const Any &) const { return {counted() + " hold", ""}; }
    Words operator()(const Not &) const
    {
        return {"What should not be so is " + std::string(counted_any() ? "so" : "not so"), ""};
    }
    Words operator()(const Count &test) const
    {
        const Tally sum = tally(node_, findings_.states);
        std::string need;
        if (test.max && sum.possible > *test.max) {
            need = "at most " + std::to_string(*test.max) + " may";
        } else if (test.min) {
            need = "at least " + std::to_string(*test.min) + " must";
        }
        return {counted() + " hold", need};
    }
    Words operator()(const Order &test) const
    {
        return {std::to_string(order_state(node_, findings_.states).correct) + " of " +
                    std::to_string(test.steps.size()) + " steps came in order",
                ""};
    }
    Words operator()(const Duration &test) const
    {
        return number_words("This has held for", number(), test.range, "");
    }

  private:
    const std::string &name(ObjectIndex index) const { return findings_.object(index); }
    double number() const { return std::get<double>(now_.measured); }
    bool counted_any() const { return tally(node_, findings_.states).certain > 0; }
    std::string counted() const
    {
        return std::to_string(tally(node_, findings_.states).certain) + " of " +
               std::to_string(node_.children.size()) + " conditions";
    }
    static std::string need_of(const HasProperty &test)
    {
        if (test.equals) return "it must be " + spoken(*test.equals);
        if (test.range.min)
            return "it must be a number of at least " + to_words(*test.range.min, 6);
        return "it must be a number of at most " + to_words(*test.range.max, 6);
    }
    static std::string or_nothing(const std::string &text)
    {
        return text.empty() ? "unknown" : text;
    }
    Words is(const std::string &subject, const std::string &wanted) const
    {
        return {subject + or_nothing(std::get<std::string>(std::get<Property>(now_.measured))),
                "it must be " + wanted};
    }

    const Findings &findings_;
    const Node &node_;
    const Finding &now_;
};

} // namespace

Words words(const Findings &findings, NodeIndex index)
{
    const Finding &now = findings.state(index).now;
    if (now.missing) return {findings.object(*now.missing) + " is not in the scene", ""};
    if (now.truth == Truth::unknown && !now.problem.empty()) {
        return {"This could not be measured: " + std::string(now.problem), ""};
    }
    return std::visit(Speaker(findings, index), findings.node(index).predicate);
}

} // namespace mvr::scene
