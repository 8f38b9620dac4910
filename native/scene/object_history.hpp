#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>

namespace mvr::scene {

/// In which states one object was seen, and when first. States are numbers of `state_number`; 0 is
/// being absent.
class ObjectHistory {
  public:
    /// Takes the object's state at an observation; observations are numbered upwards.
    void observe(std::uint64_t state, std::size_t observation);

    /// At the last observation.
    std::uint64_t state() const { return state_; }

    /// Whether the object was in its present state at an observation before this one.
    bool was_so_before(std::size_t observation) const;

  private:
    std::uint64_t state_ = 0;
    std::unordered_map<std::uint64_t, std::size_t> first_seen_; ///< state to observation
};

/// So many states of one object are remembered; beyond it remembering begins anew, and an undo that
/// reaches further back than that is not recognised as one that leads to an earlier state.
inline constexpr std::size_t remembered_states_limit = 65536;

} // namespace mvr::scene
