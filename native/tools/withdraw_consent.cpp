#include "tools/all_tools.hpp"
#include "tools/consent_shapes.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct WithdrawConsentArguments : ConsentAnswer {};

struct WithdrawConsentReply : RecordOutcome {
    Constant<"withdrawn"> status;
    std::string learner_id;
    ConsentPurpose purpose{};
    int text_version = 1;
    std::string withdrawn_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::WithdrawConsentArguments> {
    static constexpr auto members = Description<tools::ConsentAnswer>::members;
};

template <> struct Description<tools::WithdrawConsentReply> {
    using T = tools::WithdrawConsentReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"learner_id", &T::learner_id, ""},
        Member{"purpose", &T::purpose, tools::purpose_sentence},
        Member{"text_version", &T::text_version, tools::text_version_sentence},
        Member{"withdrawn_timestamp", &T::withdrawn_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

/// Whether the learner's last answer is the same: then nothing new is to be recorded.
bool has_declined(const store::LearnerState *learner, const ConsentAnswer &asked)
{
    if (learner == nullptr) return false;
    const auto last = learner->consents.find(text_of(asked.purpose));
    return last != learner->consents.end() && !last->second.is_given &&
           last->second.text_version == asked.text_version;
}

/// Taking back is as easy as giving (GDPR, article 7(3)): whoever may write of the learner may.
Result<WithdrawConsentReply> withdraw(Context &context, const mcp::Call &call,
                                      const WithdrawConsentArguments &arguments)
{
    if (auto reached = check_reach(context, call, arguments.learner_id); !reached)
        return reached.error();
    const auto *learner = context.state().find(arguments.learner_id);
    if (learner == nullptr && !call.is_from_window) {
        return Error{Errc::not_found, "the record does not know this learner", "learner_id",
                     "See list_learners."};
    }
    WithdrawConsentReply reply;
    reply.learner_id = arguments.learner_id;
    reply.purpose = arguments.purpose;
    reply.text_version = arguments.text_version;
    if (!has_declined(learner, arguments)) {
        reply.event_ids = context.keep(store::new_event(
            arguments.learner_id,
            store::ConsentWithdrawn{text_of(arguments.purpose), arguments.text_version}));
    }
    reply.withdrawn_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool withdraw_consent(Executor &executor)
{
    return decide_tool({.name = "withdraw_consent",
                        .title = "Take back a consent",
                        .description = "Record that a learner does not agree, or no longer. What "
                                       "was kept for the purpose is deleted.",
                        .scope = access::Scope::records_write,
                        .annotations = {.destructive = true, .idempotent = true}},
                       executor, withdraw);
}

} // namespace mvr::tools
