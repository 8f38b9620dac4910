#include "host/call_router.hpp"

#include "support/log.hpp"

#include <algorithm>
#include <exception>
#include <utility>

namespace mvr::host {
namespace {

template <class Step> auto guarded(Step step) -> decltype(step())
{
    try {
        return step();
    } catch (const Failure &failure) {
        log_error(std::string("a tool failed: ") + failure.what());
        return failure.error();
    } catch (const std::exception &error) {
        log_error(std::string("a tool failed: ") + error.what());
        return Error{Errc::internal, std::string("the tool failed: ") + error.what(), "",
                     report_remedy()};
    }
}

Error cancelled()
{
    return {Errc::conflict, "the call was cancelled; nothing was changed", "", "Call again."};
}

} // namespace

Error shutting_down()
{
    return {Errc::shutting_down, "the server is stopping; nothing was changed", "",
            "Start the server again in Blender."};
}

CallRouter::CallRouter(Worker &engine, MainThreadQueue &queue, tools::Context &context,
                       std::chrono::milliseconds patience,
                       std::function<void(Worker::Job)> when_settled)
    : engine_(engine), queue_(queue), context_(context), patience_(patience),
      when_settled_(std::move(when_settled))
{
}

void CallRouter::on_engine_thread(const mcp::Respond &respond, Worker::Job job)
{
    auto deferred = [this, job = std::move(job)] { when_settled_(job); };
    if (!engine_.post(std::move(deferred))) respond(shutting_down());
}

void CallRouter::decide(mcp::CallPtr call, mcp::Respond respond, Work work)
{
    on_engine_thread(respond, [this, call, respond, work = std::move(work)] {
        if (call->stop.stop_requested()) return respond(cancelled());
        answer(*call, respond, work);
    });
}

/// Does a tool's work; its reply leaves when what it recorded is on disk.
void CallRouter::answer(const mcp::Call &call, mcp::Respond respond, const Work &work)
{
    const auto recording =
        std::make_shared<tools::Recording>(!call.is_from_window, std::move(respond));
    context_.recording = recording;
    auto reply = guarded([&] { return work(context_); });
    context_.recording = nullptr;
    recording->end(std::move(reply), context_.record->has_all_on_disk());
}

void CallRouter::run_in_scene(mcp::CallPtr call, mcp::Respond respond, BeginScene begin,
                              CompleteScene complete)
{
    // Here nobody shares the call yet. What waits for the record to open waits for Blender as well.
    call->deadline = std::min(call->deadline, std::chrono::steady_clock::now() + patience_);
    on_engine_thread(
        respond, [this, call, respond, begin = std::move(begin), complete = std::move(complete)] {
            if (call->stop.stop_requested()) return respond(cancelled());
            auto request = guarded([&] { return begin(context_); });
            if (!request) return respond(std::move(request).error());
            // Answers come back on the engine thread, where the queue's ledger is: no further hop.
            auto on_result = [this, call, respond, complete](Result<std::string> reply) {
                if (!reply) return respond(std::move(reply).error());
                answer(*call, respond,
                       [&](tools::Context &context) { return complete(context, *reply); });
            };
            queue_.submit({std::string(request->command), std::move(request->arguments), call},
                          std::move(on_result));
        });
}

} // namespace mvr::host
