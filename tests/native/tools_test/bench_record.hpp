#pragma once

// Over 250 lines: every way in which Blender and the record answer a tool, in one bench.

#include "support/json_tape.hpp"
#include "support/strict_reader.hpp"
#include "tools/all_tools.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace mvr::tools {

/// All tools over a record in memory, and a way to call them as the host does.
struct Bench : Executor {
    TimeMs now = 1'800'000'000'000;
    store::Record record{[this] { return now; }, {}};
    Context context{{&record.state(), {}, {}}, &record, [this] { return now; }, nullptr};
    std::shared_ptr<const mcp::ToolTable> table = all_tools(*this);
    std::shared_ptr<const mcp::ToolTable> own_table = own_tools(*this);
    access::PrincipalPtr principal = access::owner();
    bool is_from_window = false;

    Bench()
    {
        record.not_opened({store::RecordMode::memory,
                           {Errc::storage_unavailable, "kept in memory by a test", "", ""},
                           std::nullopt});
    }

    /// `scene_reply` is what Blender would answer to a tool that needs it.
    Result<Json> call(const std::string &name, const Json &arguments, const Json &scene_reply = {})
    {
        const mcp::Tool *tool = table->find(name);
        if (tool == nullptr) tool = own_table->find(name);
        JsonTape tape;
        auto json = tape.parse(to_text(arguments));
        if (!json) return json.error();
        scene_reply_ = to_text(scene_reply);
        auto made = std::make_shared<mcp::Call>();
        made->principal = principal;
        made->is_from_window = is_from_window;
        Result<Json> outcome = Json();
        tool->start(*json, made, [&outcome](Result<DescribedValue> reply) {
            outcome =
                reply ? Result<Json>(Json::parse(reply->json_text())) : std::move(reply).error();
        });
        return outcome;
    }

    void read(mcp::CallPtr, mcp::Respond respond, Read read) override
    {
        const store::State published = record.publish_state();
        const auto file = open_file();
        respond(read({&published, context.learner_at_window, file}));
    }
    void decide(mcp::CallPtr, mcp::Respond respond, Work work) override
    {
        answer(std::move(respond), work);
    }
    void run_in_scene(mcp::CallPtr, mcp::Respond respond, BeginScene begin,
                      CompleteScene complete) override
    {
        auto command = begin(context);
        if (!command) return respond(command.error());
        asked = Json::parse(command->arguments.json_text());
        JsonTape tape;
        auto reply = command->read_reply(*tape.parse(scene_reply_));
        if (!reply) return respond(reply.error());
        answer(std::move(respond), [&](Context &with) { return complete(with, *reply); });
    }

    /// The record in memory has no key to destroy.
    void erase(mcp::CallPtr, mcp::Respond respond, BeginErasure begin, EndErasure end) override
    {
        auto learner = begin(context);
        if (!learner) return respond(learner.error());
        record.erased(*learner, {});
        respond(end());
    }

    /// `chunks` are what the disk has of the learner.
    void read_traces(mcp::CallPtr, mcp::Respond respond, std::string, CheckReader check,
                     EndTraces end) override
    {
        if (auto may = check(context); !may) return respond(may.error());
        respond(end(chunks));
    }
    store::TraceStore::Chunks chunks = {};

    /// The open file's lesson, for tools that read it: units {"unit_id", "prerequisite_units",
    /// "triggers"} in order.
    Json lesson = {{"units", Json::array()}, {"order", Json::array()}};
    bool has_lesson = true; ///< whether Blender has read it

    /// Puts a unit with these checkpoints into the lesson.
    void author(const std::string &unit, const Json &needs, const Json &checkpoints)
    {
        Json triggers = Json::array();
        for (const Json &checkpoint : checkpoints) {
            triggers.push_back({{"checkpoint_id", checkpoint},
                                {"trigger_conditions", {{"visible", {{"object", "A"}}}}},
                                {"skill", ""},
                                {"difficulty", nullptr}});
        }
        lesson["units"].push_back({{"unit_id", unit},
                                   {"title", "Title of " + unit},
                                   {"scene_name", unit},
                                   {"learning_event", "practice"},
                                   {"learning_objectives", Json::array({"Place it"})},
                                   {"prerequisite_units", needs},
                                   {"triggers", triggers}});
        lesson["order"].push_back(unit);
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

    /// A try as Blender tells that it ended.
    static Json ended(const std::string &unit, const std::string &checkpoint,
                      const std::string &outcome, bool last_level_hint = false)
    {
        return {{"checkpoint_id", checkpoint},
                {"learning_objective", "objective"},
                {"assessment_type", "formative"},
                {"skill", unit},
                {"difficulty", nullptr},
                {"outcome", outcome},
                {"corrected", false},
                {"last_level_hint", last_level_hint},
                {"self_corrected", 0},
                {"began_s", 1.0},
                {"ended_s", 2.0},
                {"evaluation",
                 {{"passed", outcome == "passed"},
                  {"score", outcome == "passed" ? 1.0 : 0.25},
                  {"evidence", {{"predicate", "distance"}, {"measured", 1.5}}},
                  {"unmet", Json::array({"Not there yet."})}}}};
    }

    /// A step as Blender tells it: tries that ended together.
    static Json step(int number, const Json &tries, bool submitted = true,
                     const Json &checkpoints = {"a", "b"})
    {
        return {{"number", number},
                {"submitted", submitted},
                {"tries", tries},
                {"unit_checkpoints", checkpoints},
                {"activity", {{"active_seconds", 8.0}, {"total_seconds", 10.0}}}};
    }

    /// The next step of any session; none if no try ended.
    Json next_steps(const Json &tries, bool submitted)
    {
        if (tries.empty()) return Json::array();
        return Json::array({step(++steps_, tries, submitted)});
    }

    /// What Blender answers when a checkpoint of the unit is judged; without `ended` no try ended.
    Json judged(const std::string &session, const std::string &unit, const std::string &checkpoint,
                bool passed, const Json &ended)
    {
        return {{"checkpoint_id", checkpoint},
                {"trigger_object_name", "assessment_trigger_" + checkpoint},
                {"unit_id", unit},
                {"scene_name", unit},
                {"learning_objective", "objective"},
                {"assessment_type", "formative"},
                {"session_id", session},
                {"skill", unit},
                {"difficulty", nullptr},
                {"begun", true},
                {"changed", true},
                {"needs_view", false},
                {"evaluation",
                 {{"passed", passed},
                  {"score", passed ? 1.0 : 0.25},
                  {"evidence", {{"predicate", "distance"}, {"measured", 1.5}}},
                  {"unmet", passed ? Json::array() : Json::array({"Not there yet."})}}},
                {"activity", {{"active_seconds", 8.0}, {"total_seconds", 10.0}}},
                {"history", true},
                {"ended", ended},
                {"steps", next_steps(ended, true)},
                {"unit_checkpoints", {"a", "b"}}};
    }

    /// Submits one checkpoint, of which a try passed or failed.
    Result<Json> evaluate(const std::string &session, const std::string &unit,
                          const std::string &checkpoint, bool passed)
    {
        const Json one = Json::array({ended(unit, checkpoint, passed ? "passed" : "failed")});
        return call("evaluate_assessment",
                    {{"checkpoint_id", checkpoint},
                     {"assessment_type", "formative"},
                     {"performance_data", Json::object()},
                     {"submit", true},
                     {"session_id", session}},
                    judged(session, unit, checkpoint, passed, one));
    }

    /// *Done* over a whole unit, which ended these tries.
    Result<Json> submit(const std::string &session, const std::string &unit, const Json &tries,
                        bool submitted = true)
    {
        return call("evaluate_unit", {{"session_id", session}, {"submit", submitted}},
                    {{"unit_id", unit},
                     {"checkpoints", Json::array()},
                     {"not_begun", Json::array()},
                     {"ended", tries},
                     {"steps", next_steps(tries, submitted)},
                     {"activity", {{"active_seconds", 8.0}, {"total_seconds", 10.0}}},
                     {"unit_checkpoints", {"a", "b"}}});
    }

    Result<Json> decide(const std::string &learner, const Json &inputs = Json::object(),
                        const Json &current_state = Json::object())
    {
        return call(
            "make_transition_decision",
            {{"learner_id", learner}, {"current_state", current_state}, {"model_inputs", inputs}});
    }

    Json asked; ///< of the scene, last

  private:
    std::shared_ptr<const Lesson> open_file()
    {
        if (!has_lesson) return nullptr;
        JsonTape tape;
        const std::string text = to_text(lesson);
        return std::make_shared<const Lesson>(read_described<Lesson>(*tape.parse(text)).value());
    }

    void answer(mcp::Respond respond, const Work &work)
    {
        const auto recording = std::make_shared<Recording>(true, std::move(respond));
        context.recording = recording;
        context.lesson = open_file();
        auto reply = work(context);
        context.recording = nullptr;
        recording->end(std::move(reply), record.status().pending == 0);
    }

    std::string scene_reply_;

    int sessions_ = 0;
    int steps_ = 0;
};

} // namespace mvr::tools
