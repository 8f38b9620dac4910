#pragma once

#include "scene/node_state.hpp"
#include "scene/program.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace mvr::scene {

/// Which of a condition's objects changed when, and in which states each of them was seen.
class ObjectHistory {
  public:
    explicit ObjectHistory(std::size_t objects) : courses_(objects) {}

    /// Takes the objects as the last `find_in` found them; observations are numbered upwards. At
    /// the first one nothing has changed. Coming and going of an object are changes.
    void observe(const TrackedObjects &objects, std::size_t observation);

    bool changed(ObjectIndex object) const { return courses_[object].changed; }

    /// Number of the object's state, as of `state_number`; 0 while it is missing.
    std::uint64_t state(ObjectIndex object) const { return courses_[object].state; }

    /// Whether the object was in its present state at an observation before this one.
    bool was_so_before(ObjectIndex object, std::size_t observation) const;

    /// A number for the states of all objects.
    std::uint64_t state() const;

  private:
    struct Course {
        std::optional<ObjectState> last; ///< what later states are compared with
        std::uint64_t state = 0;
        bool changed = false;
        std::unordered_map<std::uint64_t, std::size_t> first_seen; ///< state to observation
    };

    static void follow(Course &course, const ObjectState *now, std::size_t observation);

    std::vector<Course> courses_;
};

/// So many states of one object are remembered; beyond it remembering begins anew, and an undo that
/// reaches further back than that is not recognised as one that leads to an earlier state.
inline constexpr std::size_t remembered_states_limit = 65536;

} // namespace mvr::scene
