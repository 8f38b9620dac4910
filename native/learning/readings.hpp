#pragma once

// The four models' readings, and what each rests on.

#include "learning/transition.hpp"

#include <string_view>

namespace mvr::learning {

struct LearnerModel;
struct ModelInputs;
struct UnitModel;

/// Observed in the scene; stated in the learner's profile; reported by a client; assumed.
enum class Provenance { observed, profile, reported, assumed };

/// What a reading was computed from.
enum class ReadingSource {
    ability,               ///< observed: every try of the learner
    stored_profile,        ///< profile
    learner_model_data,    ///< reported
    middle_of_learners,    ///< assumed
    skills,                ///< observed: mean P(known) over the unit's tried skills
    knowledge_model_data,  ///< reported
    tracing_prior,         ///< assumed
    activity,              ///< observed: share of active time and hints per try
    engagement_model_data, ///< reported with the call
    tracked_engagement,    ///< reported earlier
    unknown_engagement,    ///< assumed
    checkpoints,           ///< observed: the unit's tries
    assessment_model_data, ///< reported
    untried,               ///< assumed
};

struct Reading {
    double value = 0; ///< [0, 1]
    ReadingSource source = ReadingSource::untried;
};

struct Readings {
    Reading learner;
    Reading knowledge;
    Reading engagement;
    Reading assessment;

    ModelReadings values() const;
};

/// Each reading from what was observed where there is evidence, else from the profile (learner
/// only), else from what a client reports, else from the model's prior. `unit` may be null: nothing
/// was observed in it. Thread: any.
Readings read_models(const LearnerModel &learner, const UnitModel *unit, const ModelInputs &inputs);

Provenance provenance_of(ReadingSource source);

std::string_view to_text(Provenance provenance);

/// What the reading rests on, as a clause for an instructor, e.g. "ability over all checkpoints".
std::string_view to_text(ReadingSource source);

} // namespace mvr::learning
