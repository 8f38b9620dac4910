#pragma once

#include "support/json.hpp"
#include "support/message.hpp"

#include <vector>

namespace mvr::scene {

/// How a condition stands at the last observation.
struct Evaluation {
    bool passed = false;

    /// The share of the requirements that are met, 0 to 1. A condition that holds scores 1.
    /// Otherwise: all = mean of its children; any = the best child; count = min(1, n/min), and
    /// max/n when there are too many; order = share of the longest correct prefix of its steps; all
    /// others = 0.
    double score = 0;

    /// A tree of {predicate, holds, object?, measured?, unit?, limit{min,max,tolerance}?,
    /// seen{min,max}?, problem?, id?, feedback?, children?}. Numbers are in the unit that the
    /// author chose. `problem` says why nothing could be measured ("object missing"); such a
    /// condition neither holds nor does its negation. An order adds {steps:[{id,
    /// first_true_seconds|null}], expected_next, self_corrected, violation{id, before}}:
    /// `self_corrected` counts the steps that came too early and were taken back by Undo.
    Json evidence;

    /// Sentences for the learner, one for each unmet requirement: the author's `feedback` where
    /// there is one (it stands for everything below that node), else made from the measured values.
    /// Beside the feedback of a view stands what was measured. While an order is violated the
    /// sentences for the two steps stand instead of those for the order; while what is to be held
    /// does not hold, its sentence stands instead of those for the time.
    std::vector<Message> unmet;
};

} // namespace mvr::scene
