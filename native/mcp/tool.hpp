#pragma once

#include "mcp/schema.hpp"
#include "support/json.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::mcp {

/// The thread on which a tool's work is done.
enum class RunsOn {
    net,   ///< answered at once where the request was read; must not wait for anything
    store, ///< the worker that owns the record
    scene, ///< prepared on the store thread, carried out by Blender's main thread, concluded on the
           ///< store thread
};

/// Hints for the client; see the specification, Tool.annotations.
struct Annotations {
    bool read_only = false;
    bool destructive = false;
    bool idempotent = false;
};

/// What Blender's main thread is asked to do: the name of a function of the add-on and its
/// arguments.
struct SceneCommand {
    std::string name;
    Json arguments;
};

/// One tool, whole: what clients see, what arguments it takes, where it runs, and what it does.
/// Arguments have passed `input_schema` before any of the functions sees them.
struct Tool {
    std::string name; ///< 1 to 128 of [A-Za-z0-9_.-]
    std::string title;
    std::string description;
    Json input_schema;
    Json output_schema; ///< made with or_error()
    Annotations annotations;
    RunsOn runs_on = RunsOn::store;

    std::function<Result<Json>(const Json &arguments)> handle{};          ///< net, store
    std::function<Result<SceneCommand>(const Json &arguments)> prepare{}; ///< scene; before Blender
    std::function<Result<Json>(const Json &arguments, const Json &scene_reply)>
        conclude{}; ///< scene; after Blender
};

/// The forms in which the protocol's revisions can read a tool and its result.
enum class ToolForm {
    structured, ///< 2025-06-18 and later: title, outputSchema, structuredContent
    annotated,  ///< 2025-03-26: no title, outputSchema, structuredContent
    plain,      ///< 2024-11-05: no annotations either
};

/// All tools, in the order in which they were added. Built once at start, then read only.
/// Thread: add() on one thread before sharing; everything else any.
class ToolTable {
  public:
    /// Throws Failure (internal) for a name that is taken or malformed, a schema that check_schema
    /// refuses or whose root is not an object, or a handler missing for `runs_on`.
    void add(Tool tool);

    /// Null if there is none of this name.
    const Tool *find(std::string_view name) const;
    const std::vector<std::string> &names() const { return names_; }
    std::vector<const Tool *> all() const;

    /// The JSON array that `tools/list` answers, serialised when the tools were added.
    const std::string &list_text(ToolForm form) const;

  private:
    std::map<std::string, Tool, std::less<>> tools_;
    std::vector<std::string> names_;
    std::map<ToolForm, std::string> lists_;
};

/// The result of `tools/call`. A value becomes a text block and structuredContent; an error becomes
/// isError with "message (field). remedy" as text and {"error": {code, message, details}}.
Json tool_result(Result<Json> outcome);

} // namespace mvr::mcp
