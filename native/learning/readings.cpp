#include "learning/readings.hpp"

#include "learning/choice.hpp"
#include "learning/learner_model.hpp"
#include "learning/model_inputs.hpp"

namespace mvr::learning {
namespace {

constexpr Texts<4> provenances{"observed", "profile", "reported", "assumed"};

struct SourceRow {
    Provenance provenance;
    std::string_view text;
};

// In the order of ReadingSource.
constexpr std::array sources{
    SourceRow{Provenance::observed, "ability over all checkpoints"},
    SourceRow{Provenance::profile, "weight and parameters of the stored profile"},
    SourceRow{Provenance::reported, "learner_model_data"},
    SourceRow{Provenance::assumed, "the middle of all learners"},
    SourceRow{Provenance::observed, "mean chance that a skill tried in this unit is known"},
    SourceRow{Provenance::reported, "knowledge_model_data"},
    SourceRow{Provenance::assumed, "prior of knowledge tracing"},
    SourceRow{Provenance::observed, "share of active time and hints per try in this unit"},
    SourceRow{Provenance::reported, "engagement_model_data"},
    SourceRow{Provenance::reported, "track_engagement"},
    SourceRow{Provenance::assumed, "nothing is known"},
    SourceRow{Provenance::observed, "tries at this unit's checkpoints"},
    SourceRow{Provenance::reported, "assessment_model_data"},
    SourceRow{Provenance::assumed, "nothing was tried in this unit"},
};

const SourceRow &row_of(ReadingSource source)
{
    return sources.at(static_cast<std::size_t>(source));
}

Reading read_learner(const LearnerModel &learner, const ReportedLearner &reported)
{
    if (learner.evidence > 0) return {ability_reading(learner.ability), ReadingSource::ability};
    if (const auto &profile = learner.profile)
        return {profile_reading(profile->learner_model_weight, profile->parameters),
                ReadingSource::stored_profile};
    if (const auto value = learner_reading(reported))
        return {*value, ReadingSource::learner_model_data};
    return {ability_reading(learner.ability), ReadingSource::middle_of_learners};
}

Reading read_knowledge(const LearnerModel &learner, const UnitModel *unit,
                       const ReportedKnowledge &reported)
{
    if (unit != nullptr && !unit->skills.empty()) {
        double sum = 0;
        for (const auto &[name, bound] : unit->skills)
            sum += learner.skills.find(name)->second.p_known;
        return {sum / static_cast<double>(unit->skills.size()), ReadingSource::skills};
    }
    if (const auto value = knowledge_reading(reported))
        return {*value, ReadingSource::knowledge_model_data};
    return {BktParameters{}.prior, ReadingSource::tracing_prior};
}

Reading read_engagement(const LearnerModel &learner, const UnitModel *unit,
                        const ReportedEngagement &reported)
{
    if (unit != nullptr)
        if (const auto observed = observed_engagement(*unit))
            return {*observed, ReadingSource::activity};
    if (const auto value = engagement_reading(reported))
        return {*value, ReadingSource::engagement_model_data};
    if (learner.reported_engagement)
        return {*learner.reported_engagement, ReadingSource::tracked_engagement};
    return {.5, ReadingSource::unknown_engagement};
}

Reading read_assessment(const UnitModel *unit, const ReportedAssessment &reported)
{
    if (unit != nullptr && unit->counts.evidence() > 0)
        return {observed_assessment(unit->counts.own_passes, unit->counts.evidence()),
                ReadingSource::checkpoints};
    if (const auto value = assessment_reading(reported))
        return {*value, ReadingSource::assessment_model_data};
    return {.5, ReadingSource::untried};
}

} // namespace

ModelReadings Readings::values() const
{
    return {learner.value, knowledge.value, engagement.value, assessment.value};
}

Readings read_models(const LearnerModel &learner, const UnitModel *unit, const ModelInputs &inputs)
{
    return {read_learner(learner, inputs.learner), read_knowledge(learner, unit, inputs.knowledge),
            read_engagement(learner, unit, inputs.engagement),
            read_assessment(unit, inputs.assessment)};
}

Provenance provenance_of(ReadingSource source) { return row_of(source).provenance; }

std::string_view to_text(Provenance provenance) { return text_of(provenance, provenances); }

std::string_view to_text(ReadingSource source) { return row_of(source).text; }

} // namespace mvr::learning
