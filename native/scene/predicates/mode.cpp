#include "scene/predicates/mode.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate is_now{"mode.is_now", "The mode is {mode}"};
constexpr MessageTemplate unknown{"mode.unknown", "The mode is unknown"};
constexpr MessageTemplate must_be{"mode.must_be", "it must be {wanted}"};

} // namespace

void InMode::ask(const Findings &, Json &out) const { out["limit"] = {{"equals", is}}; }

Finding InMode::measure(const Sight &sight) const
{
    return judged(truth(sight.now.mode == is), Property(sight.now.mode));
}

Statement InMode::describe(const NodeFindings &found) const
{
    const std::string &active = found.text();
    return {active.empty() ? Message(unknown) : Message(is_now, {{"mode", Name{active}}}),
            Message(must_be, {{"wanted", Name{is}}})};
}

MessageTemplates InMode::messages() { return {&is_now, &unknown, &must_be}; }

} // namespace mvr::scene
