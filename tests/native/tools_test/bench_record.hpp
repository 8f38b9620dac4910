#pragma once

#include "tools/all.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace mvr::tools {

/// All tools over a record in memory, and a way to call them as the host does.
struct Bench {
    TimeMs now = 1'800'000'000'000;
    store::Ledger ledger =
        store::Ledger::without_log([this] { return now; }, "kept in memory by a test");
    Context context{&ledger, [this] { return now; }};
    std::shared_ptr<const mcp::ToolTable> table = all_tools(context);

    /// `scene_reply` is what Blender would answer to a tool that needs it.
    Result<Json> call(const std::string &name, const Json &arguments, const Json &scene_reply = {})
    {
        const mcp::Tool *tool = table->find(name);
        if (auto valid = mcp::validate(tool->input_schema, arguments); !valid) return valid.error();
        if (tool->runs_on != mcp::RunsOn::scene) return tool->handle(arguments);
        if (auto command = tool->prepare(arguments); !command) return command.error();
        return tool->conclude(arguments, scene_reply);
    }

    /// Starts a session the way Blender would confirm it.
    std::string start(const std::string &learner, const std::string &unit)
    {
        const std::string session = "session-" + std::to_string(++sessions_);
        const Json reply = {{"session_id", session},
                            {"unit_id", unit},
                            {"scene_name", unit},
                            {"title", unit},
                            {"instructions", ""},
                            {"hints", Json::array()},
                            {"learning_event", "practice"},
                            {"learning_objectives", Json::array()},
                            {"estimated_duration_seconds", 60},
                            {"checkpoints", Json::array()},
                            {"missing_prerequisites", Json::array()}};
        auto started = call("start_session", {{"learner_id", learner}, {"unit_id", unit}}, reply);
        return started ? session : std::string();
    }

    /// What Blender answers when a checkpoint of the unit is judged.
    static Json judged(const std::string &session, const std::string &unit,
                       const std::string &checkpoint, bool passed)
    {
        return {{"checkpoint_id", checkpoint},
                {"trigger_object_name", "assessment_trigger_" + checkpoint},
                {"unit_id", unit},
                {"scene_name", unit},
                {"learning_objective", "objective"},
                {"assessment_type", "formative"},
                {"learning_event", "practice"},
                {"session_id", session},
                {"evaluation",
                 {{"passed", passed},
                  {"score", passed ? 1.0 : 0.25},
                  {"evidence", {{"predicate", "distance"}, {"measured", 1.5}}},
                  {"unmet", passed ? Json::array() : Json::array({"Not there yet."})}}},
                {"activity", {{"active_seconds", 8.0}, {"total_seconds", 10.0}}},
                {"history", true},
                {"unit_checkpoints", {"a", "b"}}};
    }

    Result<Json> evaluate(const std::string &session, const std::string &unit,
                          const std::string &checkpoint, bool passed)
    {
        return call("evaluate_assessment",
                    {{"checkpoint_id", checkpoint},
                     {"assessment_type", "formative"},
                     {"performance_data", Json::object()},
                     {"session_id", session}},
                    judged(session, unit, checkpoint, passed));
    }

    Result<Json> decide(const std::string &learner, const Json &inputs = Json::object())
    {
        return call(
            "make_transition_decision",
            {{"learner_id", learner}, {"current_state", Json::object()}, {"model_inputs", inputs}});
    }

  private:
    int sessions_ = 0;
};

} // namespace mvr::tools
