#include "scene/object_history.hpp"

namespace mvr::scene {

void ObjectHistory::observe(std::uint64_t state, std::size_t observation)
{
    state_ = state;
    if (first_seen_.size() >= remembered_states_limit) first_seen_.clear();
    first_seen_.try_emplace(state, observation);
}

bool ObjectHistory::was_so_before(std::size_t observation) const
{
    const auto seen = first_seen_.find(state_);
    return seen != first_seen_.end() && seen->second < observation;
}

} // namespace mvr::scene
