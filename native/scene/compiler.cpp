#include "scene/compiler.hpp"
#include "scene/condition.hpp"
#include "scene/did_you_mean.hpp"
#include "scene/predicate_names.hpp"
#include "scene/read_predicate.hpp"
#include "support/excerpt.hpp"

#include <algorithm>
#include <array>
#include <type_traits>
#include <utility>
#include <variant>

namespace mvr::scene {
namespace {

struct Kind {
    std::string_view name;
    void (*read)(Compiler &, const Json &, const std::string &, Node &);
};

template <class... P> constexpr auto kinds_of(std::type_identity<std::variant<P...>>)
{
    return std::array{Kind{P::name, read_predicate<P>}...};
}

constexpr auto kinds = kinds_of(std::type_identity<Predicate>{});

std::string kind_remedy()
{
    std::string remedy = "Give exactly one of:";
    for (const std::string_view name : predicate_names)
        remedy.append(name == predicate_names.front() ? " " : ", ").append(name);
    return remedy.append(".");
}

/// The one predicate of a node, or nullptr after a rejection.
const Kind *find_kind(Compiler &compiler, const Json &json, const std::string &path)
{
    const Kind *found = nullptr;
    for (const auto &member : json.items()) {
        const std::string &name = member.key();
        if (name == "id" || name == "feedback") continue;
        const auto *const kind = std::ranges::find(kinds, name, &Kind::name);
        if (kind == kinds.end()) {
            compiler.reject(path + "." + std::string(excerpt(name)),
                            quoted_excerpt(name) +
                                " is neither a predicate nor \"id\" nor \"feedback\"",
                            did_you_mean(name, predicate_names) + kind_remedy());
            return nullptr;
        }
        if (found) {
            compiler.reject(
                path,
                "a condition holds two predicates, " + quoted_excerpt(found->name) + " and " +
                    quoted_excerpt(kind->name),
                "Put them into {\"all\": [...]} or {\"any\": [...]}, one in each object.");
            return nullptr;
        }
        found = kind;
    }
    if (!found) compiler.reject(path, "a condition holds no predicate", kind_remedy());
    return found;
}

} // namespace

bool Compiler::enter(const std::string &path)
{
    if (depth_ >= condition_depth_limit) {
        reject(path,
               "conditions nest deeper than " + std::to_string(condition_depth_limit) + " levels",
               "Flatten \"all\" and \"any\", or split the trigger.", Errc::limit_exceeded);
    } else if (nodes_ >= condition_node_limit) {
        reject(path, "more than " + std::to_string(condition_node_limit) + " conditions",
               "Split the trigger into several.", Errc::limit_exceeded);
    }
    return !failed();
}

NodeIndex Compiler::condition(const Json &json, const std::string &path)
{
    if (!enter(path)) return 0;
    ++depth_;
    ++nodes_;
    Node node;
    read_node(json, path, node);
    --depth_;
    program_.nodes.push_back(std::move(node));
    return program_.nodes.size() - 1;
}

void Compiler::read_node(const Json &json, const std::string &path, Node &node)
{
    if (!json.is_object()) {
        reject(path, "a condition is an object, not " + std::string(json.type_name()),
               kind_remedy());
        return;
    }
    const Kind *const kind = find_kind(*this, json, path);
    if (!kind) return;
    JsonObjectReader reader(*this, json, path, {"id", "feedback", std::string(kind->name)});
    if (reader.has("id")) node.id = reader.name("id");
    if (reader.has("feedback")) node.feedback = reader.text("feedback", condition_feedback_limit);
    node.name = kind->name;
    kind->read(*this, json.at(std::string(kind->name)), path + "." + std::string(kind->name), node);
}

std::vector<NodeIndex> Compiler::conditions(const Json &json, const std::string &path)
{
    std::vector<NodeIndex> children;
    if (!json.is_array() || json.empty()) {
        reject(path, "a list of conditions is needed", "Give an array of one or more conditions.");
        return children;
    }
    for (std::size_t i = 0; i < json.size() && !failed(); ++i) {
        children.push_back(condition(json[i], path + "[" + std::to_string(i) + "]"));
    }
    return children;
}

ObjectIndex Compiler::object(const std::string &name)
{
    const auto [entry, added] = object_indices_.try_emplace(name, program_.objects.size());
    if (added) program_.objects.push_back(name);
    return entry->second;
}

void Compiler::reject(const std::string &field, std::string message, std::string remedy, Errc code)
{
    if (!error_) error_ = Error{code, std::move(message), field, std::move(remedy)};
}

Result<Condition> compile(const Json &source, std::string_view path)
{
    Compiler compiler;
    compiler.condition(source, std::string(path));
    if (compiler.failed()) return compiler.error();
    Program program = compiler.take_program();
    // Only now: a copy recurses, and what got here is known to be shallow.
    program.source = source;
    return Condition(std::make_shared<const Program>(std::move(program)));
}

} // namespace mvr::scene
