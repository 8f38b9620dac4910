#pragma once

#include "access/scope.hpp"
#include "mcp/call.hpp"
#include "support/described_value.hpp"
#include "support/json.hpp"
#include "support/json_tape.hpp"
#include "support/result.hpp"

#include <concepts>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mvr {
class ShapeCatalogue;
}

namespace mvr::mcp {

/// Hints for the client; see the specification, Tool.annotations.
struct Annotations {
    bool read_only = false;
    bool destructive = false;
    bool idempotent = false;
};

/// Takes a tool's reply, or why there is none. The first one counts: a tool that has
/// answered and then throws has answered. Copies are one and the same, and cost nothing.
/// Thread: any, one at a time.
class Respond {
  public:
    Respond() = default;
    Respond(std::nullptr_t) {}
    template <class OnOutcome>
        requires std::invocable<OnOutcome &, Result<DescribedValue>>
    Respond(OnOutcome on_outcome)
        : receiver_(std::make_shared<Calling<OnOutcome>>(std::move(on_outcome)))
    {
    }

    explicit operator bool() const { return receiver_ != nullptr; }
    void operator()(Result<DescribedValue> outcome) const;

  private:
    struct Receiver {
        virtual ~Receiver() = default;
        virtual void receive(Result<DescribedValue> outcome) = 0;
        bool has_one = false;
    };
    template <class OnOutcome> struct Calling final : Receiver {
        explicit Calling(OnOutcome given) : on_outcome(std::move(given)) {}
        void receive(Result<DescribedValue> outcome) override { on_outcome(std::move(outcome)); }
        OnOutcome on_outcome;
    };
    std::shared_ptr<Receiver> receiver_;
};

/// One tool, whole: what clients see, who may call it, and what it does.
struct Tool {
    std::string name; ///< 1 to 128 of [A-Za-z0-9_.-]
    std::string title;
    std::string description;
    Json input_schema;  ///< of described arguments
    Json output_schema; ///< of the described reply, with `or_error`
    Annotations annotations;
    access::Scope scope = access::Scope::lessons_read;

    /// Whether the arguments have the shape that `input_schema` says; does nothing else.
    std::function<Result<void>(JsonView arguments)> check;

    /// Reads the arguments, which are valid during the call only, and has the work done, here or
    /// elsewhere.
    std::function<void(JsonView arguments, CallPtr call, Respond respond)> start;

    /// Adds the shape of its reply.
    void (*add_reply)(ShapeCatalogue &) = nullptr;

    /// Adds the shapes of its reply and arguments, which belong together under the tool's name.
    void (*add_call)(ShapeCatalogue &, std::string_view name) = nullptr;

    /// Adds the command that it has Blender do; null where it needs no scene.
    void (*add_scene_command)(ShapeCatalogue &) = nullptr;
};

/// The forms in which the protocol's revisions can read a tool and its result.
enum class ToolForm {
    structured, ///< 2025-06-18 and later: title, outputSchema, structuredContent
    annotated,  ///< 2025-03-26: no title, outputSchema, structuredContent
    plain,      ///< 2024-11-05: no annotations either
};

/// All tools, in the order in which they were added. Built once at start, then read only.
/// Thread: add() on one thread before sharing; list_text() one at a time; everything else any.
class ToolTable {
  public:
    /// Throws Failure (internal) for a name that is taken or malformed, a schema whose root is not
    /// an object, or a tool without `start`.
    void add(Tool tool);

    /// Null if there is none of this name.
    const Tool *find(std::string_view name) const;
    const std::vector<std::string> &names() const { return names_; }
    std::vector<const Tool *> all() const;

    /// The JSON array that `tools/list` answers to somebody with these scopes; serialised once for
    /// each set of scopes and form.
    const std::string &list_text(ToolForm form, const access::ScopeSet &scopes) const;

  private:
    std::map<std::string, Tool, std::less<>> tools_;
    std::vector<std::string> names_;
    mutable std::map<std::pair<unsigned long long, ToolForm>, std::string> lists_;
};

/// The output schema that a tool publishes: `success`, or the shape of every error. Official
/// clients check structuredContent even when isError.
Json or_error(Json success);

/// Adds the members of the result of `tools/call`, as JSON text without its braces: a reply becomes
/// a text block and structuredContent; an error becomes isError with "message (field). remedy" as
/// text and {"error": {code, message, details}}.
void write_tool_result(std::string &out, const Result<DescribedValue> &outcome,
                       bool with_structured_content);

} // namespace mvr::mcp
