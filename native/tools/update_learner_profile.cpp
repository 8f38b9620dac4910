#include "tools/all_tools.hpp"
#include "tools/lookup.hpp"
#include "tools/profile_reply.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct UpdateLearnerProfileArguments {
    std::string learner_id;
    AnyObject static_profile;
    AnyObject dynamic_profile;
};

struct UpdateLearnerProfileReply : RecordOutcome {
    Constant<"updated"> status;
    std::string learner_id;
    double new_learner_model_weight = 0;
    learning::AdaptationParameters new_adaptation_parameters;
    Constant<"reported"> provenance;
    std::vector<std::string> defaults_used;
    std::string update_timestamp;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::UpdateLearnerProfileArguments> {
    using T = tools::UpdateLearnerProfileArguments;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, tools::learner_id_sentence, tools::learner_id_bounds},
        Member{"static_profile", &T::static_profile, "", or_default},
        Member{"dynamic_profile", &T::dynamic_profile, "", or_default},
    };
};

template <> struct Description<tools::UpdateLearnerProfileReply> {
    using T = tools::UpdateLearnerProfileReply;
    static constexpr auto members = tools::and_record_outcome<T>(
        Member{"status", &T::status, ""}, Member{"learner_id", &T::learner_id, ""},
        Member{"new_learner_model_weight", &T::new_learner_model_weight, "", tools::share},
        Member{"new_adaptation_parameters", &T::new_adaptation_parameters, ""},
        Member{"provenance", &T::provenance, ""}, Member{"defaults_used", &T::defaults_used, ""},
        Member{"update_timestamp", &T::update_timestamp, tools::timestamp_sentence});
};

} // namespace mvr

namespace mvr::tools {
namespace {

/// The merged profile must be one that process_learner_model would take.
template <Described Shape> Result<void> check_shape(const Json &merged, std::string_view path)
{
    JsonTape tape;
    auto json = tape.parse(to_text(merged));
    if (!json) return json.error();
    auto read = read_described<Shape>(*json, path);
    return read ? Result<void>() : std::move(read).error();
}

Result<UpdateLearnerProfileReply> update(Context &context, const mcp::Call &call,
                                         const UpdateLearnerProfileArguments &arguments)
{
    auto known = known_learner(context, call, arguments.learner_id);
    if (!known) return known.error();
    Json static_profile = (*known)->profile.static_profile;
    Json dynamic_profile = (*known)->profile.dynamic_profile;
    static_profile.merge_patch(arguments.static_profile.members);
    dynamic_profile.merge_patch(arguments.dynamic_profile.members);
    if (auto fits = check_shape<StaticProfile>(static_profile, "static_profile"); !fits)
        return fits.error();
    if (auto fits = check_shape<DynamicProfile>(dynamic_profile, "dynamic_profile"); !fits)
        return fits.error();
    auto stored = store_profile(context, arguments.learner_id, std::move(static_profile),
                                std::move(dynamic_profile));
    UpdateLearnerProfileReply reply;
    reply.learner_id = arguments.learner_id;
    reply.new_learner_model_weight = stored.learner_model_weight;
    reply.new_adaptation_parameters = stored.adaptation_parameters;
    reply.defaults_used = std::move(stored.defaults_used);
    reply.event_ids = std::move(stored.event_ids);
    reply.update_timestamp = context.timestamp();
    return reply;
}

} // namespace

mcp::Tool update_learner_profile(Executor &executor)
{
    return decide_tool(
        {.name = "update_learner_profile",
         .title = "Update a learner profile",
         .description =
             "Change the given members of a stored profile (merged member by member, null "
             "removes one) and recompute weight and adaptation parameters.",
         .scope = access::Scope::records_write,
         .annotations = {.idempotent = true}},
        executor, update);
}

} // namespace mvr::tools
