#include "store/upcasters.hpp"

#include <cstdint>
#include <utility>

namespace mvr::store {
namespace {

Json member_or(const Json &json, const char *name, const Json &fallback)
{
    const auto found = json.find(name);
    return found == json.end() ? fallback : *found;
}

/// A basis that no unit ever has, so that an old decision is never taken for today's.
constexpr std::uint32_t never = 0xffff'ffff;

} // namespace

Json assessment_evaluated_1_to_2(const Json &payload)
{
    Json tries = Json::array();
    const bool observed = member_or(payload, "provenance", "") == "observed";
    if (observed && member_or(payload, "passed", false) == true) {
        tries.push_back({{"checkpoint_id", member_or(payload, "checkpoint_id", "")},
                         {"objective", member_or(payload, "objective", "")},
                         {"assessment_type", member_or(payload, "assessment_type", "")},
                         {"skill", member_or(payload, "skill", "")},
                         {"outcome", "passed"},
                         {"own", true},
                         {"score", member_or(payload, "score", 1.0)},
                         {"evidence", member_or(payload, "evidence", Json::object())}});
    }
    Json activity = member_or(payload, "activity", Json::object());
    if (activity.is_object()) activity.erase("hints_used");
    // Whether the unit was whole is known, what else it held is not.
    Json all = Json::array();
    if (member_or(payload, "unit_passed", false) == true) {
        all.push_back(member_or(payload, "checkpoint_id", ""));
    }
    return {{"session_id", member_or(payload, "session_id", "")},
            {"unit_id", member_or(payload, "unit_id", "")},
            {"submitted", false},
            {"tries", std::move(tries)},
            {"unit_checkpoints", std::move(all)},
            {"activity", std::move(activity)}};
}

Json transition_decided_1_to_2(const Json &payload)
{
    Json decision = {{"action", member_or(payload, "action", "continue_current_event")},
                     {"confidence", member_or(payload, "confidence", 0.5)},
                     {"phase", member_or(payload, "learning_event", "onboarding")},
                     {"next_phase", member_or(payload, "learning_event", "onboarding")},
                     {"index", member_or(payload, "state_after", 0.5)}};
    return {{"session_id", member_or(payload, "session_id", "")},
            {"unit_id", member_or(payload, "unit_id", "")},
            {"rule", member_or(payload, "rule", "gap")},
            {"decided", {{"decision", std::move(decision)}, {"basis", {{"unit_revision", never}}}}},
            {"learner_text", ""},
            {"reasoning", member_or(payload, "reasoning", "")},
            {"model_version", member_or(payload, "model_version", "")}};
}

} // namespace mvr::store
