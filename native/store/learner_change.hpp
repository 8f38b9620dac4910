#pragma once

#include "support/clock.hpp"

namespace mvr::store {

struct LearnerState;

/// A kind of event of which the learner's state takes something.
template <class Kind>
concept ChangesLearner =
    requires { static_cast<void (Kind::*)(LearnerState &, TimeMs) const>(&Kind::apply); };

/// A kind of event that the learner's state passes over, and that says so.
template <class Kind>
concept LeavesLearner = requires { requires Kind::leaves_learner; };

/// Exactly one of the two. A kind whose `apply` is misspelt, private or of another signature is
/// neither: it would be passed over without a word.
template <class Kind>
concept SaysWhatItChanges = ChangesLearner<Kind> != LeavesLearner<Kind>;

} // namespace mvr::store
