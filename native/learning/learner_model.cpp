#include "learning/learner_model.hpp"

namespace mvr::learning {

const UnitModel *find_unit(const LearnerModel &learner, std::string_view unit_id)
{
    const auto found = learner.units.find(unit_id);
    return found == learner.units.end() ? nullptr : &found->second;
}

EquationParameters gap_parameters(const LearnerModel &learner)
{
    return equation_parameters(DeltaRule::gap, learner.profile ? learner.profile->parameters
                                                               : AdaptationParameters{});
}

} // namespace mvr::learning
