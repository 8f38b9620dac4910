#pragma once

#include "store/record.hpp"

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace mvr::store {

/// A record and its writer in one thread: each side's words to the other wait until `run`, so a
/// test says when the disk gets to it.
struct OneThreadRecord {
    explicit OneThreadRecord(const std::string &folder, Clock clock = system_time_ms)
        : record(clock, {[this](WriteBatch batch) {
                             auto shared = std::make_shared<WriteBatch>(std::move(batch));
                             later.push_back([this, shared] {
                                 auto result =
                                     refuse ? Result<void>(*refuse) : writer->write(*shared);
                                 ++writes;
                                 said.push_back([this, result] { record.written(result); });
                             });
                         },
                         [this](SealedSnapshot snapshot) {
                             auto shared = std::make_shared<SealedSnapshot>(std::move(snapshot));
                             later.push_back([this, shared] { writer->save(*shared); });
                         },
                         [this] { later.push_back([this] { writer->spills_merged(); }); }})
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

    static constexpr int most_rounds = 1'000;

    /// Lets both sides work until neither has anything to say.
    void run()
    {
        record.dispatch();
        for (int rounds = 0; !said.empty() || !later.empty(); ++rounds) {
            if (rounds > most_rounds) throw std::runtime_error("the record never comes to rest");
            for (auto &words : std::exchange(said, {}))
                words();
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

    Record record;
    std::unique_ptr<RecordWriter> writer;
    std::optional<Error> refuse; ///< what the disk says instead of writing
    int writes = 0;
    std::deque<std::function<void()>> said;  ///< by the writer
    std::deque<std::function<void()>> later; ///< for the writer
};

} // namespace mvr::store
