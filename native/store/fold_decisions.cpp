#include "store/folds.hpp"

#include "store/event_descriptions.hpp"

namespace mvr::store {
namespace {

void apply(LearnerState &learner, const Event &event)
{
    const auto *decided = std::get_if<TransitionDecided>(&event.payload);
    if (decided == nullptr) return;
    auto &decisions = learner.decisions;
    decisions.push_back(*decided);
    if (decisions.size() > recent_decisions) decisions.erase(decisions.begin());
}

Json save(const LearnerState &learner) { return to_json_value(learner.decisions); }

bool load(LearnerState &learner, const Json &json)
{
    return read_json_value(json, learner.decisions);
}

} // namespace

const Fold decisions_fold{"decisions", 1, apply, save, load};

} // namespace mvr::store
