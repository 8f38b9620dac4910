#include "tools/all_tools.hpp"
#include "tools/lookup.hpp"
#include "tools/profile_shapes.hpp"
#include "tools/work.hpp"

namespace mvr::tools {

struct GetLearnerProfileArguments {
    std::string learner_id;
};

struct GetLearnerProfileReply {
    std::string learner_id;
    std::string pseudonym;
    bool has_profile = false;
    AnyObject static_profile;
    AnyObject dynamic_profile;
    double learner_model_weight = 0;
    learning::AdaptationParameters adaptation_parameters;
    Constant<"reported"> provenance;
    std::string last_updated;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::GetLearnerProfileArguments> {
    static constexpr std::tuple members{
        Member{"learner_id", &tools::GetLearnerProfileArguments::learner_id,
               tools::learner_id_sentence, tools::learner_id_bounds}};
};

template <> struct Description<tools::GetLearnerProfileReply> {
    using T = tools::GetLearnerProfileReply;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, ""},
        Member{"pseudonym", &T::pseudonym, ""},
        Member{"has_profile", &T::has_profile, ""},
        Member{"static_profile", &T::static_profile, ""},
        Member{"dynamic_profile", &T::dynamic_profile, ""},
        Member{"learner_model_weight", &T::learner_model_weight, "", tools::share},
        Member{"adaptation_parameters", &T::adaptation_parameters, ""},
        Member{"provenance", &T::provenance, ""},
        Member{"last_updated", &T::last_updated, tools::timestamp_sentence},
    };
};

} // namespace mvr

namespace mvr::tools {
namespace {

Result<GetLearnerProfileReply> read_profile(const ReadContext &context, const mcp::Call &call,
                                            const GetLearnerProfileArguments &arguments)
{
    auto known = known_learner(context, call, arguments.learner_id);
    if (!known) return known.error();
    const store::LearnerState &learner = **known;
    const learning::Profile profile = learner.model.profile.value_or(learning::Profile{});
    return GetLearnerProfileReply{learner.learner_id,
                                  learner.pseudonym,
                                  learner.profile.stated,
                                  {learner.profile.static_profile},
                                  {learner.profile.dynamic_profile},
                                  profile.learner_model_weight,
                                  profile.parameters,
                                  {},
                                  iso8601(learner.last_seen_ms)};
}

} // namespace

mcp::Tool get_learner_profile(Executor &executor)
{
    return read_tool(
        {.name = "get_learner_profile",
         .title = "Read a learner profile",
         .description =
             "The stored profile of one learner, with the weight and parameters in force.",
         .scope = access::Scope::records_read,
         .annotations = {.read_only = true, .idempotent = true}},
        executor, read_profile);
}

} // namespace mvr::tools
