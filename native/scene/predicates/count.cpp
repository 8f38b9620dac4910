#include "scene/predicates/count.hpp"

#include "scene/compiler.hpp"
#include "scene/feedback.hpp"
#include "scene/json_object_reader.hpp"
#include "support/excerpt.hpp"

#include <algorithm>
#include <cmath>

namespace mvr::scene {
namespace {

constexpr MessageTemplate count_at_most{"count.at_most", "at most {limit} may"};
constexpr MessageTemplate count_at_least{"count.at_least", "at least {limit} must"};
constexpr MessageTemplate count_so_far{"count.so_far", "{met} of {needed} so far."};

std::optional<std::size_t> whole_number(JsonObjectReader &reader, std::string_view key,
                                        std::size_t most)
{
    const auto value = reader.number(key);
    if (!value) return std::nullopt;
    if (*value >= 0 && *value <= static_cast<double>(most) && std::floor(*value) == *value) {
        return static_cast<std::size_t>(*value);
    }
    reader.reject(key, quoted_excerpt(key) + " is not a number of the listed conditions",
                  "Give a whole number from 0 to " + std::to_string(most) + ".");
    return std::nullopt;
}

} // namespace

void Count::read(JsonObjectReader &reader, Node &node)
{
    const Json &of = reader.required("of", "Give an array of one or more conditions.");
    if (reader.compiler().failed()) return;
    node.children = reader.compiler().conditions(of, reader.path("of"));
    min = whole_number(reader, "min", node.children.size());
    max = whole_number(reader, "max", node.children.size());
    if (!reader.has("min") && !reader.has("max")) {
        reader.reject_all("neither \"min\" nor \"max\" is given", "Give \"min\", \"max\" or both.");
    }
    if (min && max && *min > *max) {
        reader.reject("min", "\"min\" is greater than \"max\"", "Exchange the two.");
    }
}

void Count::ask(const Findings &, Json &out) const
{
    Json limit = Json::object();
    if (min) limit["min"] = *min;
    if (max) limit["max"] = *max;
    out["limit"] = std::move(limit);
}

Finding Count::measure(const Node &node, const Sight &sight) const
{
    const Tally sum = tally(node, sight.nodes);
    const std::size_t least = min.value_or(0);
    const std::size_t most = max.value_or(node.children.size());
    Truth verdict = Truth::unknown;
    if (sum.certain >= least && sum.possible <= most) verdict = Truth::yes;
    if (sum.possible < least || sum.certain > most) verdict = Truth::no;
    return judged(verdict, static_cast<double>(sum.certain));
}

Statement Count::describe(const NodeFindings &found) const
{
    const Tally sum = found.tally();
    Statement said = describe_children(found);
    if (max && sum.possible > *max) {
        said.need = Message(count_at_most, {{"limit", count_of(*max)}});
    } else if (min) {
        said.need = Message(count_at_least, {{"limit", count_of(*min)}});
    }
    return said;
}

Sentences Count::unmet(const NodeFindings &found) const
{
    if (found.now().truth == Truth::unknown) return unmet_children(found);
    return {to_sentence(describe(found))};
}

Sentences Count::beside_feedback(const NodeFindings &found) const
{
    const Tally sum = found.tally();
    if (!min || sum.certain == 0 || sum.certain >= *min) return {};
    return {Message(count_so_far, {{"met", count_of(sum.certain)}, {"needed", count_of(*min)}})};
}

double Count::score(const NodeFindings &found) const
{
    const Tally sum = found.tally();
    double score = 1;
    if (min && sum.certain < *min) {
        score = static_cast<double>(sum.certain) / static_cast<double>(*min);
    }
    if (max && sum.possible > *max) {
        score = std::min(score, static_cast<double>(*max) / static_cast<double>(sum.possible));
    }
    return score;
}

bool Count::is_lost(const Node &node, const std::vector<NodeState> &,
                    const std::vector<bool> &lost) const
{
    return min && node.children.size() - lost_children(node, lost) < *min;
}

MessageTemplates Count::messages() { return {&count_at_most, &count_at_least, &count_so_far}; }

} // namespace mvr::scene
