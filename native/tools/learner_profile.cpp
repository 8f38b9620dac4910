#include "learning/learner.hpp"
#include "store/profile_traits.hpp"
#include "tools/all.hpp"
#include "tools/vocabulary.hpp"

#include <utility>

namespace mvr::tools {
namespace {

using namespace mcp;

Schema static_profile()
{
    const auto demographic = object({
        req("age_range", string().one_of({"13-17", "18-25", "26-35", "36-50", "50+"})),
        req("education_level",
            string().one_of({"high_school", "undergraduate", "graduate", "professional"})),
        req("current_knowledge_level",
            string().one_of({"novice", "beginner", "intermediate", "advanced", "expert"})),
    });
    const auto preferences = object({
        opt("guidance_level", string().one_of({"high", "moderate", "low", "adaptive"})),
        opt("interaction_style", string().one_of({"guided", "independent", "collaborative"})),
        opt("time_commitment", integer().between(5, 180).describe("Minutes a session")),
    });
    return object({opt("demographic", demographic), opt("learning_preferences", preferences)})
        .describe("What the learner or teacher states about the learner; no names, no addresses");
}

Schema dynamic_profile()
{
    const auto patterns = object({
        opt("help_seeking_frequency", number().between(0.0, 1000.0).describe("Requests a try")),
    });
    return object({opt("learning_progress", any_object()),
                   opt("behavioral_patterns", patterns.open())})
        .open()
        .describe(
            "Behaviour and progress as reported; kept as reported, never counted as evidence");
}

Schema adaptation_parameters_schema()
{
    return object({req("alpha_baseline", share()), req("beta_exploration", share())});
}

Json defaults_used(const Json &static_part)
{
    Json used = Json::array();
    const Json &demographic = object_or_empty(static_part, "demographic");
    const Json &preferences = object_or_empty(static_part, "learning_preferences");
    if (!demographic.contains("current_knowledge_level")) {
        used.push_back("static_profile.demographic.current_knowledge_level: beginner");
    }
    if (!preferences.contains("guidance_level")) {
        used.push_back("static_profile.learning_preferences.guidance_level: moderate");
    }
    return used;
}

store::LearnerProfileSet profile_of(const std::string &learner, Json static_part, Json dynamic_part)
{
    const auto traits = store::traits_of(static_part, dynamic_part);
    const auto parameters = learning::adaptation_parameters(traits);
    store::LearnerProfileSet profile;
    profile.learner_id = learner;
    profile.learner_model_weight = learning::learner_model_weight(traits);
    profile.alpha_baseline = parameters.alpha_baseline;
    profile.beta_exploration = parameters.beta_exploration;
    profile.static_profile = std::move(static_part);
    profile.dynamic_profile = std::move(dynamic_part);
    return profile;
}

/// `weight` and `parameters` are the names that the specification gives the two in this reply.
Json store_profile(const Context &context, const store::LearnerProfileSet &profile,
                   const char *status, const char *weight, const char *parameters, const char *when)
{
    Json reply = {{"status", status},
                  {"learner_id", profile.learner_id},
                  {weight, profile.learner_model_weight},
                  {parameters,
                   {{"alpha_baseline", profile.alpha_baseline},
                    {"beta_exploration", profile.beta_exploration}}},
                  {"provenance", "reported"},
                  {"defaults_used", defaults_used(profile.static_profile)},
                  {"event_ids", context.keep(store::new_event(profile.learner_id, profile))},
                  {when, context.timestamp()}};
    return reply;
}

Tool process_learner_model(const Context &context)
{
    return {
        .name = "process_learner_model",
        .title = "Create or replace a learner profile",
        .description = "Keep a learner's profile and compute the learner model's weight and the "
                       "adaptation parameters of the learning equation from it.",
        .input_schema =
            object({req("learner_id", learner_id()), req("static_profile", static_profile()),
                    req("dynamic_profile", dynamic_profile())}),
        .output_schema = or_error(
            recorded_result({req("status", constant("success")), req("learner_id", string()),
                             req("learner_model_weight", share()),
                             req("adaptation_parameters", adaptation_parameters_schema()),
                             req("provenance", constant("reported")), req("defaults_used", names()),
                             req("processing_timestamp", timestamp())})),
        .annotations = {.idempotent = true},
        .runs_on = RunsOn::store,
        .handle = [&context](const Json &arguments) -> Result<Json> {
            const auto profile =
                profile_of(arguments.at("learner_id"), arguments.at("static_profile"),
                           arguments.at("dynamic_profile"));
            return store_profile(context, profile, "success", "learner_model_weight",
                                 "adaptation_parameters", "processing_timestamp");
        },
    };
}

Tool update_learner_profile(const Context &context)
{
    return {
        .name = "update_learner_profile",
        .title = "Update a learner profile",
        .description =
            "Change the given members of a stored profile (merged member by member, null "
            "removes one) and recompute weight and adaptation parameters.",
        .input_schema =
            object({req("learner_id", learner_id()), opt("static_profile", any_object()),
                    opt("dynamic_profile", any_object())}),
        .output_schema = or_error(
            recorded_result({req("status", constant("updated")), req("learner_id", string()),
                             req("new_learner_model_weight", share()),
                             req("new_adaptation_parameters", adaptation_parameters_schema()),
                             req("provenance", constant("reported")), req("defaults_used", names()),
                             req("update_timestamp", timestamp())})),
        .annotations = {.idempotent = true},
        .runs_on = RunsOn::store,
        .handle = [&context](const Json &arguments) -> Result<Json> {
            const std::string learner = arguments.at("learner_id");
            auto known = known_learner(context, learner);
            if (!known) return known.error();
            Json static_part = (*known)->profile.static_profile;
            Json dynamic_part = (*known)->profile.dynamic_profile;
            static_part.merge_patch(object_or_empty(arguments, "static_profile"));
            dynamic_part.merge_patch(object_or_empty(arguments, "dynamic_profile"));
            // The merged profile must be one that process_learner_model would take.
            if (auto valid = validate(static_profile(), static_part, "static_profile"); !valid) {
                return valid.error();
            }
            if (auto valid = validate(dynamic_profile(), dynamic_part, "dynamic_profile"); !valid) {
                return valid.error();
            }
            const auto profile =
                profile_of(learner, std::move(static_part), std::move(dynamic_part));
            return store_profile(context, profile, "updated", "new_learner_model_weight",
                                 "new_adaptation_parameters", "update_timestamp");
        },
    };
}

Tool get_learner_profile(const Context &context)
{
    return {
        .name = "get_learner_profile",
        .title = "Read a learner profile",
        .description =
            "The stored profile of one learner, with the weight and parameters in force.",
        .input_schema = object({req("learner_id", learner_id())}),
        .output_schema = or_error(
            object({req("learner_id", string()), req("pseudonym", string()),
                    req("has_profile", boolean()), req("static_profile", any_object()),
                    req("dynamic_profile", any_object()), req("learner_model_weight", share()),
                    req("adaptation_parameters", adaptation_parameters_schema()),
                    req("provenance", constant("reported")), req("last_updated", timestamp())})),
        .annotations = {.read_only = true, .idempotent = true},
        .runs_on = RunsOn::store,
        .handle = [&context](const Json &arguments) -> Result<Json> {
            auto known = known_learner(context, arguments.at("learner_id"));
            if (!known) return known.error();
            const store::LearnerState &learner = **known;
            const learning::Profile profile = learner.model.profile.value_or(learning::Profile{});
            return Json{{"learner_id", learner.learner_id},
                        {"pseudonym", context.record->pseudonym(learner.learner_id)},
                        {"has_profile", learner.profile.stated},
                        {"static_profile", learner.profile.static_profile},
                        {"dynamic_profile", learner.profile.dynamic_profile},
                        {"learner_model_weight", profile.learner_model_weight},
                        {"adaptation_parameters",
                         {{"alpha_baseline", profile.parameters.alpha_baseline},
                          {"beta_exploration", profile.parameters.beta_exploration}}},
                        {"provenance", "reported"},
                        {"last_updated", iso8601(learner.last_seen_ms)}};
        },
    };
}

/// The phase in the unit that the learner was in last; onboarding before the first.
std::string_view phase_text(const store::LearnerState &learner)
{
    const auto *unit = learning::find_unit(learner.model, learner.last_unit());
    return learning::to_text(unit ? unit->phase : learning::LearningPhase::onboarding);
}

Tool list_learners(const Context &context)
{
    const auto entry = object({req("learner_id", string()), req("pseudonym", string()),
                               req("has_profile", boolean()), req("learning_event", string()),
                               req("units_passed", integer()), req("last_seen", timestamp())});
    return {
        .name = "list_learners",
        .title = "List learners",
        .description = "Every learner that the record knows.",
        .input_schema = object({}),
        .output_schema = or_error(object({req("learners", array(entry))})),
        .annotations = {.read_only = true, .idempotent = true},
        .runs_on = RunsOn::store,
        .handle = [&context](const Json &) -> Result<Json> {
            Json learners = Json::array();
            for (const store::LearnerState *learner : context.state().learners()) {
                learners.push_back({{"learner_id", learner->learner_id},
                                    {"pseudonym", context.record->pseudonym(learner->learner_id)},
                                    {"has_profile", learner->profile.stated},
                                    {"learning_event", phase_text(*learner)},
                                    {"units_passed", passed_units(learner).size()},
                                    {"last_seen", iso8601(learner->last_seen_ms)}});
            }
            return Json{{"learners", std::move(learners)}};
        },
    };
}

} // namespace

void add_learner_tools(ToolTable &table, const Context &context)
{
    table.add(process_learner_model(context));
    table.add(get_learner_profile(context));
    table.add(update_learner_profile(context));
    table.add(list_learners(context));
}

} // namespace mvr::tools
