#include "scene/condition.hpp"
#include "scene/parse.hpp"

#include <cmath>
#include <set>
#include <utility>

namespace mvr::scene {
namespace {

std::optional<std::size_t> whole_number(Fields &fields, std::string_view key, std::size_t most)
{
    const auto value = fields.number(key);
    if (!value) return std::nullopt;
    if (*value >= 0 && *value <= static_cast<double>(most) && std::floor(*value) == *value) {
        return static_cast<std::size_t>(*value);
    }
    fields.refuse(key, in_quotes(key) + " is not a number of the listed conditions",
                  "Give a whole number from 0 to " + std::to_string(most) + ".");
    return std::nullopt;
}

void parse_step(Compiler &compiler, const Json &json, const std::string &path, Order &order,
                Node &node)
{
    Fields fields(compiler, json, path, {"id", "when", "feedback"});
    Step step{.id = fields.name("id"), .feedback = {}};
    if (fields.has("feedback")) step.feedback = fields.text("feedback", condition_feedback_limit);
    const Json &when = fields.required("when", "Give the condition that ends this step.");
    if (compiler.failed()) return;
    node.children.push_back(compiler.condition(when, fields.path("when")));
    order.steps.push_back(std::move(step));
}

} // namespace

void parse_all(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    node.predicate = All{};
    node.children = compiler.conditions(json, path);
}

void parse_any(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    node.predicate = Any{};
    node.children = compiler.conditions(json, path);
}

void parse_not(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    node.predicate = Not{};
    node.children = {compiler.condition(json, path)};
}

void parse_count(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path, {"of", "min", "max"});
    const Json &of = fields.required("of", "Give an array of one or more conditions.");
    if (compiler.failed()) return;
    node.children = compiler.conditions(of, fields.path("of"));
    Count count{.min = whole_number(fields, "min", node.children.size()),
                .max = whole_number(fields, "max", node.children.size())};
    if (!fields.has("min") && !fields.has("max")) {
        fields.refuse_all("neither \"min\" nor \"max\" is given", "Give \"min\", \"max\" or both.");
    }
    if (count.min && count.max && *count.min > *count.max) {
        fields.refuse("min", "\"min\" is greater than \"max\"", "Exchange the two.");
    }
    node.predicate = count;
}

void parse_order(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path, {"steps"});
    const Json &steps = fields.required("steps", "Give an array of {\"id\", \"when\"}.");
    if (!steps.is_array() || steps.empty()) {
        fields.refuse("steps", "a list of steps is needed",
                      "Give an array of one or more {\"id\", \"when\"}.");
        return;
    }
    Order order;
    std::set<std::string> ids;
    for (std::size_t i = 0; i < steps.size() && !compiler.failed(); ++i) {
        const std::string step_path = fields.path("steps") + "[" + std::to_string(i) + "]";
        parse_step(compiler, steps[i], step_path, order, node);
        if (!compiler.failed() && !ids.insert(order.steps.back().id).second) {
            compiler.refuse(step_path + ".id",
                            "two steps are called " + in_quotes(order.steps.back().id),
                            "Give each step an id of its own.");
        }
    }
    node.predicate = std::move(order);
}

void parse_duration(Compiler &compiler, const Json &json, const std::string &path, Node &node)
{
    Fields fields(compiler, json, path, {"of", "min", "unit"});
    const Json &of = fields.required("of", "Give the condition that must hold.");
    if (compiler.failed()) return;
    node.children = {compiler.condition(of, fields.path("of"))};
    fields.required("min", "Give how long the condition must hold.");
    node.predicate = Duration{
        fields.range({.units = time_units(), .epsilon_si = time_epsilon_seconds, .least_si = 0})};
}

} // namespace mvr::scene
