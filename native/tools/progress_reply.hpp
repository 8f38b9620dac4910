#pragma once

// What a learner has reached, as get_learner_progress replies it.

#include "learning/decision.hpp"
#include "store/events.hpp"
#include "store/state.hpp"
#include "support/describe.hpp"
#include "support/wire_types.hpp"
#include "tools/bounds.hpp"

#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace mvr::tools {

struct UnitProgress {
    std::string unit_id;
    bool passed = false;
    learning::LearningPhase learning_event{};
    double transition_state = 0;
    int attempts = 0;
    int own_passes = 0;
    int failed = 0;
    int hints = 0;
    int self_corrections = 0;
    double best_score = 0;
    double last_score = 0;
    std::set<std::string> passed_checkpoints;
    std::set<std::string> own_passed_checkpoints;
};
struct SkillProgress {
    std::string skill;
    double p_known = 0;
    int attempts = 0;
    int successes = 0;
    Constant<"observed"> provenance;
};
struct AbilityProgress {
    double theta = 0;
    double standard_error = 0;
    int evidence = 0;
};
/// A decision as a client and a panel read it: what it says first, then all that it rests on.
struct DecisionProgress : store::TransitionDecided {
    learning::Action action{};
    learning::AdviceCode advice{};
    bool unit_done = false;
    bool too_early = false;
    OrNull<learning::UnitName> next_unit;
};
/// Where the learner goes on: the unit of a session that nobody ended, and what is passed in it.
struct Resume {
    std::string session_id;
    std::string unit_id;
    std::string scene_name;
    std::string started;
    std::set<std::string> passed_checkpoints;
};
struct ReportedProgress {
    OrNull<store::EngagementReported> engagement;
    OrNull<store::InteractionReported> interaction;
    OrNull<store::PerformanceReported> performance;
    OrNull<store::SceneAdapted> adaptation;
};

struct ProgressReply {
    std::string learner_id;
    std::string pseudonym;
    std::string last_unit;
    std::vector<std::string> passed_units;
    std::vector<UnitProgress> units;
    std::vector<SkillProgress> skills;
    AbilityProgress ability;
    std::vector<DecisionProgress> decisions;
    OrNull<Resume> resume;
    ReportedProgress reported;
    std::string last_seen;
};
/// Parts of it.
std::vector<SkillProgress> skills_of(const store::LearnerState &learner);
AbilityProgress ability_of(const store::LearnerState &learner);

/// What the record holds of the learner, in the shape of the reply.
ProgressReply progress_reply(const store::LearnerState &learner);

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::UnitProgress> {
    using T = tools::UnitProgress;
    static constexpr std::tuple members{
        Member{"unit_id", &T::unit_id, ""},
        Member{"passed", &T::passed, ""},
        Member{"learning_event", &T::learning_event, ""},
        Member{"transition_state", &T::transition_state, "", tools::share},
        Member{"attempts", &T::attempts, ""},
        Member{"own_passes", &T::own_passes, ""},
        Member{"failed", &T::failed, ""},
        Member{"hints", &T::hints, ""},
        Member{"self_corrections", &T::self_corrections, ""},
        Member{"best_score", &T::best_score, "", tools::share},
        Member{"last_score", &T::last_score, "", tools::share},
        Member{"passed_checkpoints", &T::passed_checkpoints, ""},
        Member{"own_passed_checkpoints", &T::own_passed_checkpoints, ""},
    };
};

template <> struct Description<tools::SkillProgress> {
    using T = tools::SkillProgress;
    static constexpr std::tuple members{
        Member{"skill", &T::skill, ""}, Member{"p_known", &T::p_known, "", tools::share},
        Member{"attempts", &T::attempts, ""}, Member{"successes", &T::successes, ""},
        Member{"provenance", &T::provenance, ""}};
};

template <> struct Description<tools::AbilityProgress> {
    using T = tools::AbilityProgress;
    static constexpr std::tuple members{Member{"theta", &T::theta, "Logits"},
                                        Member{"standard_error", &T::standard_error, ""},
                                        Member{"evidence", &T::evidence, ""}};
};

template <> struct Description<tools::DecisionProgress> {
    using T = tools::DecisionProgress;
    static constexpr auto members = std::tuple_cat(
        std::tuple{Member{"action", &T::action, ""}, Member{"advice", &T::advice, ""},
                   Member{"unit_done", &T::unit_done, ""}, Member{"too_early", &T::too_early, ""},
                   Member{"next_unit", &T::next_unit, ""}},
        Description<store::TransitionDecided>::members);
};

template <> struct Description<tools::Resume> {
    using T = tools::Resume;
    static constexpr std::tuple members{Member{"session_id", &T::session_id, ""},
                                        Member{"unit_id", &T::unit_id, ""},
                                        Member{"scene_name", &T::scene_name, ""},
                                        Member{"started", &T::started, tools::timestamp_sentence},
                                        Member{"passed_checkpoints", &T::passed_checkpoints, ""}};
};

template <> struct Description<tools::ReportedProgress> {
    using T = tools::ReportedProgress;
    static constexpr std::tuple members{
        Member{"engagement", &T::engagement, ""}, Member{"interaction", &T::interaction, ""},
        Member{"performance", &T::performance, ""}, Member{"adaptation", &T::adaptation, ""}};
};

template <> struct Description<tools::ProgressReply> {
    using T = tools::ProgressReply;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, ""},
        Member{"pseudonym", &T::pseudonym, ""},
        Member{"last_unit", &T::last_unit, ""},
        Member{"passed_units", &T::passed_units,
               "With the checkpoints that the record saw last; get_lesson goes by the open file"},
        Member{"units", &T::units, ""},
        Member{"skills", &T::skills, ""},
        Member{"ability", &T::ability, ""},
        Member{"decisions", &T::decisions, "The latest, oldest first"},
        Member{"resume", &T::resume, ""},
        Member{"reported", &T::reported, ""},
        Member{"last_seen", &T::last_seen, tools::timestamp_sentence},
    };
};

} // namespace mvr
