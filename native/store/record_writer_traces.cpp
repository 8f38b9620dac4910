// The record writer's work at raw traces, which lie in a database of their own.

#include "store/record_writer.hpp"
#include "store/vault_files.hpp"
#include "support/log.hpp"

#include <set>

namespace mvr::store {
namespace {

void log_failed(const Result<void> &done, const char *what)
{
    if (!done) log_warning(std::string(what) + ": " + done.error().message);
}

} // namespace

void RecordWriter::add_trace(const TraceWrite &trace)
{
    if (!vault_ || !vault_->report().read_only.empty()) return;
    log_failed(
        [&]() -> Result<void> {
            auto keys = vault_->keys(); // anew: a learner who was erased meanwhile has none
            if (!keys) return keys.error();
            const Id *stream = keys->stream_of(trace.learner);
            if (stream == nullptr) return {};
            const Id id = *stream;
            const auto key = keys->key(id);
            if (!key) return key.error();
            return vault_->traces().add(id, **key, trace.plain);
        }(),
        "a trace was not kept");
}

Result<void> RecordWriter::keep_traces_of(const std::vector<vault::Pseudonym> &learners)
{
    if (!vault_ || !vault_->report().read_only.empty()) return {};
    if (!file_exists(VaultFiles(folder_).traces())) return {}; // most records never have any
    auto keys = vault_->keys();
    if (!keys) return keys.error();
    std::set<Id> streams;
    for (const vault::Pseudonym &learner : learners) {
        if (const Id *stream = keys->stream_of(learner)) streams.insert(*stream);
    }
    auto done = vault_->traces().keep_only(streams);
    log_failed(done, "traces were not deleted");
    return done;
}

Result<TraceStore::Chunks> RecordWriter::read_traces(const vault::Pseudonym &learner)
{
    if (!vault_) return Error{Errc::conflict, "there is no record to read", "", ""};
    auto keys = vault_->keys();
    if (!keys) return keys.error();
    const Id *stream = keys->stream_of(learner);
    if (stream == nullptr) return TraceStore::Chunks{};
    const Id id = *stream;
    const auto key = keys->key(id);
    if (!key) return key.error();
    return vault_->traces().read(id, **key);
}

} // namespace mvr::store
