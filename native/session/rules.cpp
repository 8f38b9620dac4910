#include "session/rules.hpp"

#include <utility>

namespace mvr::session {

Rules::Rules(std::vector<Rule> rules, scene::SceneState &scene) : concerned_(rules.size())
{
    watched_.reserve(rules.size());
    for (Rule &rule : rules)
        watched_.push_back({std::move(rule.id), {std::move(rule.always), scene}});
    dependents_.resize(scene.places());
    for (std::size_t i = 0; i < watched_.size(); ++i) {
        for (const scene::ObjectPlace place : watched_[i].monitor.places())
            dependents_[place].push_back(i);
    }
}

void Rules::collect_concerned(const scene::SceneState &scene)
{
    concerned_.clear();
    for (const scene::ObjectPlace place : scene.changed_objects()) {
        if (place >= dependents_.size()) continue; // named by no rule
        for (const std::size_t i : dependents_[place])
            concerned_.add(i);
    }
    for (std::size_t i = 0; i < watched_.size(); ++i) {
        if (!has_started_ || watched_[i].monitor.is_concerned_by_surroundings(scene))
            concerned_.add(i);
    }
}

std::vector<RuleBroken> Rules::observe(const scene::SceneState &scene, double seconds,
                                       scene::ChangeCause cause)
{
    std::vector<RuleBroken> broken;
    collect_concerned(scene);
    for (const std::size_t i : concerned_) {
        Watched &rule = watched_[i];
        rule.monitor.observe(scene, seconds, cause);
        const bool was_broken = std::exchange(rule.was_broken, rule.monitor.is_contradicted());
        const bool is_deed = has_started_ && cause == scene::ChangeCause::learner;
        if (is_deed && rule.was_broken && !was_broken)
            broken.push_back({rule.id, seconds, rule.monitor.unmet()});
    }
    has_started_ = true;
    return broken;
}

} // namespace mvr::session
