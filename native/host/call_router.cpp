#include "host/call_router.hpp"

#include "support/log.hpp"

#include <algorithm>
#include <exception>
#include <future>
#include <optional>
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

Error waits_for_disk()
{
    return {Errc::unsupported, "this waits for the disk", "",
            "Post the call, and take its end later."};
}

Error opening()
{
    return {Errc::busy, "the record is still being opened", "", "Try again in a moment."};
}

} // namespace

Error shutting_down()
{
    return {Errc::shutting_down, "the server is stopping; nothing was changed", "",
            "Start the server again in Blender."};
}

CallRouter::CallRouter(Worker &engine, MainThreadQueue &queue, tools::Context &context,
                       std::chrono::milliseconds patience, WhenSettled when_settled, Erase erase,
                       ReadTraces read_traces)
    : engine_(engine), queue_(queue), context_(context), patience_(patience),
      when_settled_(std::move(when_settled)), erase_(std::move(erase)),
      read_traces_(std::move(read_traces))
{
}

void CallRouter::publish()
{
    if (context_.record == nullptr || !context_.record->is_settled()) return;
    const auto now = *view_.load();
    if (now && now->state.changes() == context_.state().changes() &&
        now->learner_at_window == context_.learner_at_window) {
        return;
    }
    view_.store(std::make_shared<const View>(
        View{context_.record->publish_state(), context_.learner_at_window}));
}

void CallRouter::publish_lesson(std::shared_ptr<const tools::Lesson> lesson)
{
    lesson_.store(std::move(lesson));
}

void CallRouter::read(mcp::CallPtr call, mcp::Respond respond, Read read)
{
    const auto answer = [this, call, respond, read = std::move(read)] {
        const auto view = *view_.load();
        const tools::ReadContext context{&view->state, view->learner_at_window, *lesson_.load()};
        respond(guarded([&] { return read(context); }));
    };
    // Behind what the main thread handed in before, so that it reads what it did.
    if (call->run_here)
        return at_once(respond, [this, answer] {
            publish();
            answer();
        });
    if (*view_.load()) return answer();
    on_engine_thread(*call, respond, [this, answer] { // the record is still being opened
        publish();
        answer();
    });
}

/// For a call that the main thread makes: it waits for the thread that owns the state, which waits
/// for no disk and not for the main thread.
void CallRouter::at_once(const mcp::Respond &respond, Worker::Job job)
{
    auto done = std::make_shared<std::promise<void>>();
    const auto end = done->get_future();
    // The work alone holds the promise: where it fails, the wait ends with it.
    auto work = [this, done = std::move(done), respond, job = std::move(job)] {
        if (context_.record != nullptr && context_.record->is_settled()) {
            job();
        } else {
            respond(opening());
        }
        done->set_value();
    };
    if (!engine_.post(std::move(work))) return respond(shutting_down());
    end.wait();
}

/// What the main thread asked for waits for the record whatever becomes of the server.
void CallRouter::on_engine_thread(const mcp::Call &call, const mcp::Respond &respond,
                                  Worker::Job job)
{
    auto deferred = [this, client = call.is_from_window ? mcp::Respond() : respond,
                     job = std::move(job)] { when_settled_(job, client); };
    if (!engine_.post(std::move(deferred))) respond(shutting_down());
}

void CallRouter::decide(mcp::CallPtr call, mcp::Respond respond, Work work)
{
    if (call->run_here) return at_once(respond, [&] { answer(*call, respond, work); });
    limit_wait(*call);
    on_engine_thread(*call, respond, [this, call, respond, work = std::move(work)] {
        if (call->stop.stop_requested()) return respond(cancelled_error());
        queue_.run_when_allowed(
            call, [this, call, respond, work] { answer(*call, respond, work); }, respond);
    });
}

/// Only while nobody shares the call yet. What waits for the record to open waits for Blender as
/// well.
void CallRouter::limit_wait(mcp::Call &call) const
{
    call.deadline = std::min(call.deadline, std::chrono::steady_clock::now() + patience_);
}

/// Does a tool's work; its reply leaves when what it recorded is on disk.
void CallRouter::answer(const mcp::Call &call, mcp::Respond respond, const Work &work)
{
    auto after_publishing = [this, respond = std::move(respond)](Result<DescribedValue> reply) {
        publish();
        respond(std::move(reply));
    };
    const auto recording =
        std::make_shared<tools::Recording>(!call.is_from_window, std::move(after_publishing));
    context_.recording = recording;
    context_.lesson = *lesson_.load();
    auto reply = guarded([&] { return work(context_); });
    context_.recording = nullptr;
    recording->end(std::move(reply), context_.record->has_all_on_disk());
}

/// The main thread does its part itself, between the two that belong to the state's owner.
void CallRouter::run_here(const mcp::CallPtr &call, const mcp::Respond &respond,
                          const BeginScene &begin, const CompleteScene &complete)
{
    std::optional<mcp::SceneCommand> command;
    at_once(respond, [&] {
        auto begun = guarded([&] { return begin(context_); });
        if (!begun) return respond(std::move(begun).error());
        command = *std::move(begun);
    });
    if (!command) return;
    auto reply = call->run_here(*command);
    if (!reply) return respond(std::move(reply).error());
    at_once(respond, [&] {
        answer(*call, respond, [&](tools::Context &context) { return complete(context, *reply); });
    });
}

void CallRouter::run_in_scene(mcp::CallPtr call, mcp::Respond respond, BeginScene begin,
                              CompleteScene complete)
{
    if (call->run_here) return run_here(call, respond, begin, complete);
    limit_wait(*call);
    on_engine_thread(
        *call, respond,
        [this, call, respond, begin = std::move(begin), complete = std::move(complete)] {
            if (call->stop.stop_requested()) return respond(cancelled_error());
            auto command = guarded([&] { return begin(context_); });
            if (!command) return respond(std::move(command).error());
            // Answers come back on the engine thread, where the queue's ledger is: no further hop.
            auto on_result = [this, call, respond, complete](Result<DescribedValue> reply) {
                if (!reply) return respond(std::move(reply).error());
                answer(*call, respond,
                       [&](tools::Context &context) { return complete(context, *reply); });
            };
            queue_.submit({*std::move(command), call}, std::move(on_result));
        });
}

void CallRouter::erase(mcp::CallPtr call, mcp::Respond respond, BeginErasure begin, EndErasure end)
{
    if (call->run_here) {
        return respond(waits_for_disk());
    }
    on_engine_thread(*call, respond,
                     [this, call, respond, begin = std::move(begin), end = std::move(end)] {
                         if (call->stop.stop_requested()) return respond(cancelled_error());
                         auto learner = guarded([&] { return begin(context_); });
                         if (!learner) return respond(std::move(learner).error());
                         erase_(*learner, [this, respond, end](const Result<void> &erased) {
                             publish();
                             respond(erased ? Result<DescribedValue>(end()) : erased.error());
                         });
                     });
}

void CallRouter::read_traces(mcp::CallPtr call, mcp::Respond respond, std::string session_id,
                             CheckReader check, EndTraces end)
{
    if (call->run_here) return respond(waits_for_disk());
    on_engine_thread(
        *call, respond,
        [this, call, respond, session_id = std::move(session_id), check = std::move(check),
         end = std::move(end)] {
            if (call->stop.stop_requested()) return respond(cancelled_error());
            if (auto may = guarded([&] { return check(context_); }); !may)
                return respond(std::move(may).error());
            read_traces_(session_id, [respond, end](const Result<store::TraceStore::Chunks> &read) {
                if (!read) return respond(read.error());
                respond(guarded([&]() -> Result<DescribedValue> { return end(*read); }));
            });
        });
}

} // namespace mvr::host
