// Raw traces on their way into the record and out of it.

#include "host/engine.hpp"
#include "host/engine_parts.hpp"
#include "host/session_trace.hpp"

#include <memory>
#include <utility>

namespace mvr::host {

void Engine::add_trace(motion::TraceChunk chunk)
{
    parts_->worker.post([parts = parts_.get(), chunk = std::move(chunk)] {
        if (!parts->threads) return;
        parts->threads->record().add_trace(chunk.session_id, motion::encode_trace(chunk));
    });
}

std::uint64_t Engine::read_trace(const std::string &session_id)
{
    const std::uint64_t id = parts_->next_call_id++;
    auto *parts = parts_.get();
    auto read = [parts, id, session_id] {
        const auto owner = parts->threads->record().trace_owner(session_id);
        if (!owner) {
            parts->completions.put(
                {id, Error{Errc::not_found, "there is no session '" + session_id + "'",
                           "session_id", "Choose one of the record."}});
            return;
        }
        parts->threads->post_to_writer(
            [parts, id, session_id, learner = *owner](store::RecordWriter &writer) {
                const auto chunks = writer.read_traces(learner);
                parts->completions.put({id, chunks ? Result<DescribedValue>(DescribedValue(
                                                         session_trace(session_id, *chunks)))
                                                   : Result<DescribedValue>(chunks.error())});
            });
    };
    auto job = [parts, read] { parts->threads->when_settled(read, nullptr); };
    if (parts->closed || !parts->worker.post(job)) parts->completions.put({id, shutting_down()});
    return id;
}

} // namespace mvr::host
