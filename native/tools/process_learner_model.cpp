#include "tools/all_tools.hpp"
#include "tools/lookup.hpp"
#include "tools/profile_reply.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct ProcessLearnerModelArguments {
    std::string learner_id;
    AsSent<StaticProfile> static_profile;
    AsSent<DynamicProfile> dynamic_profile;
};

struct ProcessLearnerModelReply : RecordOutcome {
    Constant<"success"> status;
    std::string learner_id;
    double learner_model_weight = 0;
    learning::AdaptationParameters adaptation_parameters;
    Constant<"reported"> provenance;
    std::vector<std::string> defaults_used;
    std::string processing_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ProcessLearnerModelArguments> {
    using T = tools::ProcessLearnerModelArguments;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, tools::learner_id_sentence, tools::learner_id_bounds},
        Member{"static_profile", &T::static_profile,
               "What the learner or teacher states about the learner; no names, no addresses"},
        Member{"dynamic_profile", &T::dynamic_profile,
               "Behaviour and progress as reported; kept as reported, never counted as evidence"},
    };
};

template <> struct Description<tools::ProcessLearnerModelReply> {
    using T = tools::ProcessLearnerModelReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"learner_id", &T::learner_id, ""},
        Member{"learner_model_weight", &T::learner_model_weight, "", tools::share},
        Member{"adaptation_parameters", &T::adaptation_parameters, ""},
        Member{"provenance", &T::provenance, ""}, Member{"defaults_used", &T::defaults_used, ""},
        Member{"processing_timestamp", &T::processing_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<ProcessLearnerModelReply> process(Context &context, const mcp::Call &call,
                                         const ProcessLearnerModelArguments &arguments)
{
    if (auto reached = check_reach(context, call, arguments.learner_id); !reached)
        return reached.error();
    auto stored = store_profile(context, arguments.learner_id, arguments.static_profile.sent,
                                arguments.dynamic_profile.sent);
    ProcessLearnerModelReply reply;
    reply.learner_id = arguments.learner_id;
    reply.learner_model_weight = stored.learner_model_weight;
    reply.adaptation_parameters = stored.adaptation_parameters;
    reply.defaults_used = std::move(stored.defaults_used);
    reply.event_ids = std::move(stored.event_ids);
    reply.processing_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool process_learner_model(Executor &executor)
{
    return decide_tool(
        {.name = "process_learner_model",
         .title = "Create or replace a learner profile",
         .description = "Keep a learner's profile and compute the learner model's weight and the "
                        "adaptation parameters of the learning equation from it.",
         .scope = access::Scope::records_write,
         .annotations = {.idempotent = true}},
        executor, process);
}

} // namespace mvr::tools
