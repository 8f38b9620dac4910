#pragma once

// Limits and sentences of members that several tools share, each stated once.

#include "support/describe.hpp"

namespace mvr::tools {

inline constexpr Bounds learner_id_bounds = text(1, 128);
inline constexpr Bounds session_id_bounds = text(1, 64);
inline constexpr Bounds unit_id_bounds = text(1, 128);
inline constexpr Bounds checkpoint_id_bounds = text(1, 128);
inline constexpr Bounds objective_bounds = text(1, 512);
inline constexpr Bounds object_name_bounds = text(1, 63); ///< Blender's own limit
inline constexpr Bounds duration_bounds = text(1, 64);
inline constexpr Bounds share = numbers(0, 1);

inline constexpr auto learner_id_sentence =
    "The learner's id, as you keep it; the record stores a keyed pseudonym";
inline constexpr auto session_id_sentence = "A session, as start_session returned it";
inline constexpr auto unit_id_sentence = "The learning unit's id";
inline constexpr auto checkpoint_id_sentence = "A goal, as get_lesson names it";
inline constexpr auto timestamp_sentence = "ISO 8601, UTC";

} // namespace mvr::tools
