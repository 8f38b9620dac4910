#include "record_pipeline.hpp"

#include <future>
#include <utility>

namespace mvr::bench {

using namespace mvr::store;

// std::function copies what it holds, so what moves between the threads is shared.
RecordPipeline::RecordPipeline(const std::string &folder)
    : engine_(
          "bench state",
          [this] {
              if (!threads_) return;
              threads_->apply_reports();
              threads_->go_on();
          },
          [this] {
              threads_->finish();
              threads_.reset();
          })
{
    engine_.post([this, folder] {
        threads_.emplace(folder, system_time_ms, [this] { engine_.post([] {}); });
    });
}

void RecordPipeline::record(NewEvent event, std::function<void(bool)> done)
{
    auto moved = std::make_shared<NewEvent>(std::move(event));
    engine_.post([this, moved, done = std::move(done)] {
        std::vector<NewEvent> events;
        events.push_back(std::move(*moved));
        threads_->record().record(std::move(events), [done](const Result<Recorded> &recorded) {
            done(recorded && recorded->on_disk);
        });
    });
}

void RecordPipeline::checkpoint()
{
    auto done = std::make_shared<std::promise<void>>();
    engine_.post([this, done] {
        threads_->post_to_writer([done](RecordWriter &writer) {
            writer.tick(true);
            done->set_value();
        });
    });
    done->get_future().get();
}

} // namespace mvr::bench
