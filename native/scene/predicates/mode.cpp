#include "scene/predicates/mode.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {
namespace {

constexpr MessageTemplate mode_is_now{"mode.is_now", "The mode is {mode}"};
constexpr MessageTemplate mode_unknown{"mode.unknown", "The mode is unknown"};
constexpr MessageTemplate mode_must_be{"mode.must_be", "it must be {wanted}"};

} // namespace

void InMode::ask(const Findings &, Json &out) const { out["limit"] = {{"equals", is}}; }

Finding InMode::measure(const Sight &sight) const
{
    return judged(truth(sight.now.mode == is), Property(sight.now.mode));
}

Statement InMode::describe(const NodeFindings &found) const
{
    const std::string &active = found.text();
    return {active.empty() ? Message(mode_unknown) : Message(mode_is_now, {{"mode", Name{active}}}),
            Message(mode_must_be, {{"wanted", Name{is}}})};
}

MessageTemplates InMode::messages() { return {&mode_is_now, &mode_unknown, &mode_must_be}; }

} // namespace mvr::scene
