#include "scene/predicates/mode.hpp"

#include "scene/findings.hpp"

namespace mvr::scene {

void InMode::ask(const Findings &, Json &out) const { out["limit"] = {{"equals", is}}; }

Finding InMode::measure(const Sight &sight) const
{
    return judged(truth(sight.now.mode == is), Property(sight.now.mode));
}

Statement InMode::describe(const NodeFindings &found) const
{
    const std::string &active = found.text();
    return {"The mode is " + (active.empty() ? "unknown" : active), "it must be " + is};
}

} // namespace mvr::scene
