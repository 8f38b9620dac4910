#pragma once

#include "store/record.hpp"
#include "store/write_queue.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace mvr::store {

/// A record and its writer in one thread: each side's messages to the other wait until `run`, so a
/// test says when the disk gets to it.
struct OneThreadRecord {
    explicit OneThreadRecord(const std::string &folder, Clock clock = system_time_ms)
        : record(clock, {[this](WriteBatch batch) {
                             to_write.put(std::move(batch));
                             later.push_back([this] { write(); });
                         },
                         [this](StateSnapshot snapshot) {
                             auto shared = std::make_shared<StateSnapshot>(std::move(snapshot));
                             later.push_back([this, shared] { writer->save(*shared); });
                         },
                         [this] {
                             if (!keeps_spills)
                                 later.push_back([this] { writer->spills_merged(); });
                         },
                         [this](TraceWrite trace) {
                             auto shared = std::make_shared<TraceWrite>(std::move(trace));
                             later.push_back([this, shared] { writer->add_trace(*shared); });
                         },
                         [this](std::vector<vault::Pseudonym> learners) {
                             later.push_back([this, learners] {
                                 const auto done = writer->keep_traces_of(learners);
                                 said.push_back([this, done] { record.traces_forgotten(done); });
                             });
                         }})
    {
        writer = std::make_unique<RecordWriter>(
            folder, clock,
            RecordWriter::Listener{
                [this](OpenedRecord opened) {
                    auto shared = std::make_shared<OpenedRecord>(std::move(opened));
                    said.push_back([this, shared] { record.opened(std::move(*shared)); });
                },
                [this](RecordNotOpened reason) {
                    auto shared = std::make_shared<RecordNotOpened>(std::move(reason));
                    said.push_back([this, shared] { record.not_opened(std::move(*shared)); });
                },
                [this](std::vector<SpilledEvent> events) {
                    auto shared = std::make_shared<std::vector<SpilledEvent>>(std::move(events));
                    said.push_back([this, shared] { record.merge(std::move(*shared)); });
                },
                [this](Notice notice) {
                    said.push_back([this, notice] { record.noticed(notice); });
                }});
    }

    void open()
    {
        writer->open();
        run();
    }

    void write()
    {
        const auto commit = to_write.take();
        if (!commit) return;
        auto result = disk_error ? Result<void>(*disk_error) : writer->write(commit->batch);
        ++writes;
        said.push_back(
            [this, result, batches = commit->batches] { record.written(result, batches); });
    }

    static constexpr int most_rounds = 1'000;

    /// Lets both sides work until neither has anything to say.
    void run()
    {
        record.dispatch();
        for (int rounds = 0; !said.empty() || !later.empty(); ++rounds) {
            if (rounds > most_rounds) throw std::runtime_error("the record never comes to rest");
            for (auto &message : std::exchange(said, {}))
                message();
            record.dispatch();
            for (auto &work : std::exchange(later, {}))
                work();
        }
    }

    /// As an orderly end: everything to disk, a snapshot, closed.
    void close()
    {
        record.dispatch_last();
        run();
        record.save_snapshot(1);
        run();
        writer->close();
    }

    WriteQueue to_write;
    Record record;
    std::unique_ptr<RecordWriter> writer;
    std::optional<Error> disk_error;         ///< what the disk says instead of writing
    bool keeps_spills = false;               ///< the process died before it removed what it merged
    int writes = 0;                          ///< commits
    std::deque<std::function<void()>> said;  ///< by the writer
    std::deque<std::function<void()>> later; ///< for the writer
};

} // namespace mvr::store
