#include "tools/all_tools.hpp"
#include "tools/consent_shapes.hpp"
#include "tools/lookup.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct GiveConsentArguments : ConsentAnswer {};

struct GiveConsentReply : RecordOutcome {
    Constant<"given"> status;
    std::string learner_id;
    ConsentPurpose purpose{};
    int text_version = 1;
    std::string given_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::GiveConsentArguments> {
    static constexpr auto members = Description<tools::ConsentAnswer>::members;
};

template <> struct Description<tools::GiveConsentReply> {
    using T = tools::GiveConsentReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"learner_id", &T::learner_id, ""},
        Member{"purpose", &T::purpose, tools::purpose_sentence},
        Member{"text_version", &T::text_version, tools::text_version_sentence},
        Member{"given_timestamp", &T::given_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

/// A client cannot show the text to the person whom it is about, whatever its token may do.
Result<void> check_asks_person(const mcp::Call &call)
{
    if (call.is_from_window) return {};
    return Error{Errc::access_denied, "only the learner can agree, in Blender's own window", "",
                 "Ask the learner to answer in the panel Learn."};
}

Result<GiveConsentReply> give(Context &context, const mcp::Call &call,
                              const GiveConsentArguments &arguments)
{
    if (auto asked = check_asks_person(call); !asked) return asked.error();
    GiveConsentReply reply;
    reply.learner_id = arguments.learner_id;
    reply.purpose = arguments.purpose;
    reply.text_version = arguments.text_version;
    reply.event_ids = context.keep(
        store::new_event(arguments.learner_id,
                         store::ConsentGiven{text_of(arguments.purpose), arguments.text_version}));
    reply.given_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool give_consent(Executor &executor)
{
    return decide_tool({.name = "give_consent",
                        .title = "Agree to a purpose",
                        .description = "Record that a learner agrees. Only from Blender's window, "
                                       "where the learner reads the text; a client is denied it.",
                        .scope = access::Scope::records_write,
                        .annotations = {.idempotent = true}},
                       executor, give);
}

} // namespace mvr::tools
