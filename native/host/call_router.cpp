#include "host/call_router.hpp"

#include "support/log.hpp"

#include <exception>
#include <utility>

namespace mvr::host {
namespace {

template <class Step> auto guarded(const mcp::Tool &tool, Step step) -> decltype(step())
{
    try {
        return step();
    } catch (const Failure &failure) {
        log_error(tool.name + ": " + failure.what());
        return failure.error();
    } catch (const std::exception &error) {
        log_error(tool.name + ": " + error.what());
        return Error{Errc::internal, std::string("'") + tool.name + "' failed: " + error.what(), "",
                     report_remedy()};
    }
}

} // namespace

Error shutting_down()
{
    return {Errc::shutting_down, "the server is stopping; nothing was changed", "",
            "Start the server again in Blender."};
}

CallRouter::CallRouter(Worker &engine, SceneDesk &desk, tools::Context &context,
                       std::function<void(Worker::Job)> when_settled)
    : engine_(engine), desk_(desk), context_(context), when_settled_(std::move(when_settled))
{
}

void CallRouter::run(const mcp::Tool &tool, Json arguments, bool local, const Done &done)
{
    last_tool_.store(&tool.name);
    if (tool.runs_on == mcp::RunsOn::net) {
        done(guarded(tool, [&] { return tool.handle(arguments); }));
        return;
    }
    auto job = [this, &tool, arguments = std::move(arguments), local, done] {
        if (tool.runs_on == mcp::RunsOn::scene) {
            run_in_scene(tool, arguments, local, done);
        } else {
            answer(tool, local, done, [&] { return tool.handle(arguments); });
        }
    };
    auto deferred = [this, job = std::move(job)] { when_settled_(job); };
    if (!engine_.post(std::move(deferred))) done(shutting_down());
}

/// Runs a handler; its reply leaves when what it recorded is on disk.
template <class Handle>
void CallRouter::answer(const mcp::Tool &tool, bool local, const Done &done, Handle handle)
{
    const auto recording = std::make_shared<tools::Recording>(!local, done);
    context_.recording = recording;
    auto reply = guarded(tool, handle);
    context_.recording = nullptr;
    recording->end(std::move(reply), context_.record->has_all_on_disk());
}

void CallRouter::run_in_scene(const mcp::Tool &tool, const Json &arguments, bool local,
                              const Done &done)
{
    auto command = guarded(tool, [&] { return tool.prepare(arguments); });
    if (!command) {
        done(std::move(command).error());
        return;
    }
    // Answers come back on the engine thread, where the queue lives: no further hop is needed.
    auto conclude = [this, &tool, arguments, local, done](Result<Json> reply) {
        if (!reply) {
            done(std::move(reply).error());
            return;
        }
        answer(tool, local, done, [&] { return tool.conclude(arguments, *reply); });
    };
    desk_.submit(std::move(command->name), std::move(command->arguments), local,
                 std::move(conclude));
}

std::string CallRouter::last_tool() const
{
    const std::string *name = last_tool_.load();
    return name == nullptr ? std::string() : *name;
}

} // namespace mvr::host
