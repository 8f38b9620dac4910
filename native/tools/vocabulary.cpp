#include "tools/vocabulary.hpp"

#include "learning/unit_model.hpp"

#include <utility>

namespace mvr::tools {

using namespace mcp;

Schema learner_id()
{
    return string().length(1, 128).describe(
        "The learner's id, as you keep it; the record stores a keyed pseudonym");
}

Schema session_id()
{
    return string().length(1, 64).describe("A session, as start_session returned it");
}

Schema unit_id() { return string().length(1, 128).describe("The learning unit's id"); }

Schema assessment_type() { return string().one_of({"formative", "authentic", "competency"}); }

Schema learning_event()
{
    return string().one_of({"onboarding", "introduction", "practice", "application", "mastery"});
}

Schema share() { return number().between(0.0, 1.0); }

Schema timestamp() { return string().describe("ISO 8601, UTC"); }

Schema names() { return array(string()); }

Schema recorded_result(std::vector<Property> members)
{
    members.push_back(req("recorded", boolean().describe("True: on disk. False: see pending and "
                                                         "record_problem")));
    members.push_back(opt("pending", boolean().describe("On its way to the disk")));
    members.push_back(
        req("event_ids", names().describe("The events of the record that hold this")));
    members.push_back(opt("record_problem", string()));
    return object(members);
}

Result<const store::LearnerState *> owner_of_session(const Context &context,
                                                     const std::string &session)
{
    if (const auto *learner = context.state().find_by_session(session)) return learner;
    return Error{Errc::not_found, "there is no session '" + session + "'", "session_id",
                 "Start one with start_session and use the session_id that it returns."};
}

Result<const store::LearnerState *> known_learner(const Context &context,
                                                  const std::string &learner)
{
    if (const auto *state = context.state().find(learner)) return state;
    return Error{Errc::not_found, "there is no learner '" + learner + "'", "learner_id",
                 "Create the profile with process_learner_model, or see list_learners."};
}

std::string text_or_empty(const Json &object, const char *name)
{
    const auto found = object.find(name);
    return found == object.end() ? std::string() : found->get<std::string>();
}

const Json &object_or_empty(const Json &object, const char *name)
{
    static const Json empty = Json::object();
    const auto found = object.find(name);
    return found == object.end() ? empty : *found;
}

std::vector<std::string> passed_units(const store::LearnerState *learner)
{
    std::vector<std::string> passed;
    if (learner == nullptr) return passed;
    for (const auto &[unit, results] : learner->results) {
        if (learning::unit_done(results.own_passed, results.checkpoints)) passed.push_back(unit);
    }
    return passed;
}

} // namespace mvr::tools
