#include "session/rules.hpp"

#include "support/error.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace mvr::session {

Rules::Rules(std::vector<Rule> rules, scene::SceneState &scene) : concerned_(rules.size())
{
    watched_.reserve(rules.size());
    std::set<std::string, std::less<>> ids;
    for (Rule &rule : rules) {
        if (!ids.insert(rule.id).second)
            throw Failure({Errc::internal, "session: a rule is named twice: " + rule.id, "", ""});
        watched_.push_back({std::move(rule.id), {std::move(rule.always), scene}});
    }
    dependents_.resize(scene.places());
    for (std::size_t i = 0; i < watched_.size(); ++i) {
        for (const scene::ObjectPlace place : watched_[i].monitor.places())
            dependents_[place].push_back(i);
    }
}

void Rules::start(const scene::SceneState &scene)
{
    for (Watched &rule : watched_)
        begins_to_contradict(rule, scene, 0, scene::ChangeCause::program);
}

std::vector<RuleBroken> Rules::observe(const scene::SceneState &scene, double seconds,
                                       scene::ChangeCause cause)
{
    std::vector<RuleBroken> broken;
    collect_concerned(scene, cause);
    for (const std::size_t i : concerned_) {
        Watched &rule = watched_[i];
        const bool is_deed = cause == scene::ChangeCause::learner;
        if (begins_to_contradict(rule, scene, seconds, cause) && is_deed)
            broken.push_back({rule.id, seconds, rule.monitor.unmet()});
    }
    return broken;
}

void Rules::collect_concerned(const scene::SceneState &scene, scene::ChangeCause cause)
{
    concerned_.clear();
    for (const scene::ObjectPlace place : scene.changed_objects()) {
        if (place >= dependents_.size()) continue; // named by no rule
        for (const std::size_t i : dependents_[place])
            concerned_.add(i);
    }
    const bool all = cause == scene::ChangeCause::tolerance;
    for (std::size_t i = 0; i < watched_.size(); ++i) {
        if (all || watched_[i].monitor.is_concerned_by_surroundings(scene)) concerned_.add(i);
    }
}

bool Rules::begins_to_contradict(Watched &rule, const scene::SceneState &scene, double seconds,
                                 scene::ChangeCause cause)
{
    rule.monitor.observe(scene, seconds, cause);
    const bool was_broken = std::exchange(rule.was_broken, rule.monitor.is_contradicted());
    return rule.was_broken && !was_broken;
}

void Rules::set_tolerance_factor(double factor)
{
    for (Watched &rule : watched_)
        rule.monitor.set_tolerance_factor(factor);
}

std::optional<double> Rules::due_seconds() const
{
    std::optional<double> due;
    for (const Watched &rule : watched_) {
        if (const auto at = rule.monitor.due_seconds()) due = std::min(due.value_or(*at), *at);
    }
    return due;
}

bool Rules::depend_on(scene::Beside what) const
{
    return std::ranges::any_of(watched_,
                               [what](const Watched &one) { return one.monitor.depends_on(what); });
}

} // namespace mvr::session
