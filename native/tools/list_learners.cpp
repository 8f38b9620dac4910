#include "learning/unit_model.hpp"
#include "store/learning_texts.hpp"
#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct ListLearnersArguments {};

struct ListedLearner {
    std::string learner_id;
    std::string pseudonym;
    bool has_profile = false;
    learning::LearningPhase learning_event{};
    std::int64_t units_passed = 0;
    std::string last_seen;
};

struct ListLearnersReply {
    std::vector<ListedLearner> learners;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ListLearnersArguments> {
    static constexpr std::tuple<> members{};
};

template <> struct Description<tools::ListedLearner> {
    using T = tools::ListedLearner;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, ""},
        Member{"pseudonym", &T::pseudonym, ""},
        Member{"has_profile", &T::has_profile, ""},
        Member{"learning_event", &T::learning_event, "Of the unit that they were in last"},
        Member{"units_passed", &T::units_passed, ""},
        Member{"last_seen", &T::last_seen, tools::timestamp_sentence},
    };
};

template <> struct Description<tools::ListLearnersReply> {
    static constexpr std::tuple members{
        Member{"learners", &tools::ListLearnersReply::learners, ""}};
};

} // namespace mvr

namespace mvr::tools {
namespace {

/// The phase in the unit that the learner was in last; onboarding before the first.
learning::LearningPhase phase_of(const store::LearnerState &learner)
{
    const auto *unit = learning::find_unit(learner.model, learner.last_unit());
    return unit ? unit->phase : learning::LearningPhase::onboarding;
}

Result<ListLearnersReply> list(const ReadContext &context, const mcp::Call &call,
                               const ListLearnersArguments &)
{
    ListLearnersReply reply;
    for (const store::LearnerState *learner : context.state().learners()) {
        if (!check_reach(context, call, learner->learner_id)) continue;
        reply.learners.push_back({learner->learner_id, learner->pseudonym, learner->profile.stated,
                                  phase_of(*learner),
                                  static_cast<std::int64_t>(passed_units(learner).size()),
                                  iso8601(learner->last_seen_ms)});
    }
    return reply;
}

} // namespace

mcp::Tool list_learners(Executor &executor)
{
    return read_tool({.name = "list_learners",
                      .title = "List learners",
                      .description = "Every learner that the record knows.",
                      .scope = access::Scope::records_read,
                      .annotations = {.read_only = true, .idempotent = true}},
                     executor, list);
}

} // namespace mvr::tools
