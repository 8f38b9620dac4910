// Raw traces on their way into the record and out of it.

#include "host/engine.hpp"
#include "host/engine_parts.hpp"
#include "host/outcome.hpp"

#include <optional>
#include <string>
#include <utility>

namespace mvr::host {

void Engine::add_trace(motion::TraceChunk chunk)
{
    parts_->worker.post([parts = parts_.get(), chunk = std::move(chunk)] {
        if (!parts->threads) return;
        parts->threads->record().add_trace(chunk.session_id, motion::encode_trace(chunk));
    });
}

void RecordThreads::read_traces(const std::string &session_id, const TracesRead &done)
{
    const auto owner = record_->trace_owner(session_id);
    if (!owner) {
        return done(Error{Errc::not_found, "there is no session '" + session_id + "'", "session_id",
                          "Choose one of the record."});
    }
    if (!record_->shows_traces_of(session_id)) return done(store::TraceStore::Chunks{});
    const bool is_posted = post_to_writer([learner = *owner, done](store::RecordWriter &writer) {
        std::optional<Result<store::TraceStore::Chunks>> chunks;
        const auto read = outcome([&]() -> Result<void> {
            chunks = writer.read_traces(learner);
            return {};
        });
        done(read ? *chunks : read.error());
    });
    if (!is_posted) done(Error{Errc::shutting_down, "Blender is closing", "", ""});
}

} // namespace mvr::host
