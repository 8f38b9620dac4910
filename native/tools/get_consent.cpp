#include "tools/all_tools.hpp"
#include "tools/consent_shapes.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct GetConsentArguments {
    std::string learner_id;
};

struct GetConsentReply {
    std::string learner_id;
    std::vector<ConsentState> consents;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::GetConsentArguments> {
    static constexpr std::tuple members{
        Member{"learner_id", &tools::GetConsentArguments::learner_id, tools::learner_id_sentence,
               tools::learner_id_bounds}};
};

template <> struct Description<tools::GetConsentReply> {
    using T = tools::GetConsentReply;
    static constexpr std::tuple members{Member{"learner_id", &T::learner_id, ""},
                                        Member{"consents", &T::consents, "Of every purpose"}};
};

} // namespace mvr

namespace mvr::tools {
namespace {

ConsentState state_of(const store::LearnerState *learner, ConsentPurpose purpose)
{
    ConsentState state;
    state.purpose = purpose;
    if (learner == nullptr) return state;
    const auto found = learner->consents.find(text_of(purpose));
    if (found == learner->consents.end()) return state;
    state.answered = true;
    state.given = found->second.is_given;
    state.text_version = found->second.text_version;
    state.since = iso8601(found->second.since_ms);
    return state;
}

/// Somebody of whom nothing is known was not asked either: no error.
Result<GetConsentReply> read_consent(const ReadContext &context, const mcp::Call &call,
                                     const GetConsentArguments &arguments)
{
    if (auto reached = check_reach(context, call, arguments.learner_id); !reached)
        return reached.error();
    const auto *learner = context.state().find(arguments.learner_id);
    return GetConsentReply{arguments.learner_id,
                           {state_of(learner, ConsentPurpose::viewport_traces)}};
}

} // namespace

mcp::Tool get_consent(Executor &executor)
{
    return read_tool({.name = "get_consent",
                      .title = "What a learner agreed to",
                      .description = "The learner's last answer for each purpose, with the version "
                                     "of the text that they read.",
                      .scope = access::Scope::records_read,
                      .annotations = {.read_only = true, .idempotent = true}},
                     executor, read_consent);
}

} // namespace mvr::tools
