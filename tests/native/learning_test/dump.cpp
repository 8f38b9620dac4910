#include "dump.hpp"

#include "learning/decision_text.hpp"

#include <cstdio>
#include <type_traits>

using namespace mvr::learning;

namespace {

void put(std::string &out, const std::string &text) { out += '"' + text + "\" "; }

template <class Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number>
void put(std::string &out, Number value)
{
    char text[40];
    // %a shows every bit of a double.
    std::snprintf(text, sizeof text, "%a ", static_cast<double>(value));
    out += text;
}

void put(std::string &out, const TryCounts &counts);
void put(std::string &out, const Reading &reading);
void put(std::string &out, const Decision &decision);
void put(std::string &out, const IndexStep &step);
void put(std::string &out, const UnitModel &unit);

template <class... Values> void put_all(std::string &out, const Values &...values)
{
    (put(out, values), ...);
}

void put(std::string &out, const TryCounts &c)
{
    put_all(out, c.own_passes, c.other_passes, c.failed);
}

void put(std::string &out, const Reading &r) { put_all(out, r.value, r.source); }

void put(std::string &out, const Decision &d)
{
    put_all(out, d.action, d.confidence, d.phase, d.phase_source, d.next_phase, d.phase_begins,
            d.index, d.readings.learner, d.readings.knowledge, d.readings.engagement,
            d.readings.assessment, d.composite, d.too_early, d.unit_done, d.unchanged);
    const Evidence &e = d.evidence;
    put_all(out, e.tries, e.own_passes, e.failed, e.phase_own_passes, e.phase_failed,
            e.phase_checkpoints, e.p_known, e.weakest_skill);
    for (const Reason &r : d.reasons)
        put_all(out, r.code, r.value, r.needed, r.name);
    put_all(out, d.advice.code, d.advice.remaining, d.advice.helped);
    if (d.advice.unit) put_all(out, d.advice.unit->unit_id, d.advice.unit->title);
    const AdaptiveParameters &p = d.adaptive_parameters;
    put_all(out, p.difficulty_adjustment, p.support_level, p.pacing_adjustment, p.target_difficulty,
            p.guidance, learner_text(d), instructor_text(d));
}

void put(std::string &out, const IndexStep &s)
{
    put_all(out, s.phase, s.before, s.engagement, s.composite, s.delta, s.epsilon, s.alpha, s.beta,
            s.after);
}

void put(std::string &out, const UnitModel &u)
{
    put_all(out, u.phase, u.index, u.counts, u.phase_counts, u.failed_in_last_step, u.hints,
            u.phase_hints, u.last_level_hint, u.revision);
    for (const std::string &id : u.phase_own_passed)
        put(out, id);
    out += "; ";
    for (const std::string &id : u.own_passed)
        put(out, id);
    out += "; ";
    for (const std::string &id : u.passed)
        put(out, id);
    for (const TryOutcome outcome : u.recent)
        put(out, outcome);
    for (const auto &[skill, known] : u.skills)
        put_all(out, skill, known);
    if (u.activity) put_all(out, u.activity->active_seconds, u.activity->total_seconds);
    if (u.last_step) put(out, *u.last_step);
    if (u.last_decision) {
        const auto &[decision, basis] = *u.last_decision;
        put_all(out, decision, basis.unit_revision, basis.profile_revision, basis.inputs_digest);
    }
}

} // namespace

std::string dump(const LearnerModel &learner)
{
    std::string out;
    put_all(out, learner.profile_revision, learner.ability.theta, learner.ability.variance,
            learner.evidence, learner.reported_engagement.value_or(-1), learner.seed.transition);
    for (const auto &[name, skill] : learner.skills)
        put_all(out, name, skill.p_known, skill.attempts, skill.successes);
    for (const auto &[id, unit] : learner.units)
        put_all(out, "\n" + id, unit);
    return out;
}

std::string dump(const Decision &decision)
{
    std::string out;
    put(out, decision);
    return out;
}
