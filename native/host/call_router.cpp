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
                     "Please report this with the log."};
    }
}

} // namespace

Error shutting_down()
{
    return {Errc::shutting_down, "the server is stopping; nothing was changed", "",
            "Start the server again in Blender."};
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
            done(guarded(tool, [&] { return tool.handle(arguments); }));
        }
    };
    if (!worker_.post(std::move(job))) done(shutting_down());
}

void CallRouter::run_in_scene(const mcp::Tool &tool, const Json &arguments, bool local,
                              const Done &done)
{
    auto command = guarded(tool, [&] { return tool.prepare(arguments); });
    if (!command) {
        done(std::move(command).error());
        return;
    }
    // Answers come back on the store thread, where the desk lives: no further hop is needed.
    auto conclude = [&tool, arguments, done](Result<Json> reply) {
        if (!reply) {
            done(std::move(reply).error());
            return;
        }
        done(guarded(tool, [&] { return tool.conclude(arguments, *reply); }));
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
