#include "record_pipeline.hpp"

#include <future>
#include <utility>

namespace mvr::bench {

using namespace mvr::store;

// std::function copies what it holds, so what moves between the threads is shared.
RecordPipeline::RecordPipeline(const std::string &folder)
    : record_(system_time_ms, {[this](WriteBatch batch) {
                                   auto moved = std::make_shared<WriteBatch>(std::move(batch));
                                   to_writer_.put([this, moved] {
                                       const Result<void> result = writer_.write(*moved);
                                       to_engine_.put([this, result] { record_.written(result); });
                                   });
                               },
                               [](const SealedSnapshot &) {}, [] {}}),
      writer_(folder, system_time_ms,
              {[this](OpenedRecord opened) {
                   auto moved = std::make_shared<OpenedRecord>(std::move(opened));
                   to_engine_.put([this, moved] { record_.opened(std::move(*moved)); });
               },
               [this](RecordNotOpened why) {
                   auto moved = std::make_shared<RecordNotOpened>(std::move(why));
                   to_engine_.put([this, moved] { record_.not_opened(std::move(*moved)); });
               },
               [](const std::vector<SpilledEvent> &) {}, [](const Notice &) {}})
{
    to_writer_.put([this] { writer_.open(); });
    engine_ = std::thread([this] { run_engine(); });
    disk_ = std::thread([this] { run_writer(); });
}

RecordPipeline::~RecordPipeline()
{
    to_writer_.put([this] { writer_.close(); });
    to_writer_.close();
    disk_.join();
    to_engine_.close();
    engine_.join();
}

void RecordPipeline::run_engine()
{
    while (auto job = to_engine_.take()) {
        (*job)();
        // What is there already goes into the same batch.
        while (auto more = to_engine_.take_if([](const Job &) { return true; }))
            (*more)();
        record_.dispatch();
    }
}

void RecordPipeline::run_writer()
{
    while (auto job = to_writer_.take())
        (*job)();
}

void RecordPipeline::record(NewEvent event, std::function<void(bool)> done)
{
    auto moved = std::make_shared<NewEvent>(std::move(event));
    to_engine_.put([this, moved, done = std::move(done)] {
        std::vector<NewEvent> events;
        events.push_back(std::move(*moved));
        record_.record(std::move(events), [done](const Result<Recorded> &recorded) {
            done(recorded && recorded->on_disk);
        });
    });
}

void RecordPipeline::checkpoint()
{
    auto done = std::make_shared<std::promise<void>>();
    to_writer_.put([this, done] {
        writer_.tick(true);
        done->set_value();
    });
    done->get_future().get();
}

} // namespace mvr::bench
