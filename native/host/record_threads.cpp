#include "host/record_threads.hpp"

#include "host/outcome.hpp"
#include "support/log.hpp"

#include <chrono>
#include <optional>
#include <utility>

namespace mvr::host {
namespace {

using std::chrono::steady_clock;

/// So long without a write is idle: then the writer tidies up.
constexpr std::chrono::milliseconds idle_after{1'000};
/// So many events between two snapshots bound what an opening has to fold.
constexpr std::int64_t events_between_snapshots = 4'096;
/// How long closing waits for a disk that does not answer.
constexpr std::chrono::seconds closing_patience{20};

} // namespace

RecordThreads::RecordThreads(std::string folder, const Clock &clock,
                             std::function<void()> wake_engine)
    : wake_engine_(std::move(wake_engine)),
      record_(std::make_unique<store::Record>(clock, to_writer())),
      writer_(std::move(folder), clock, listener()),
      thread_("malloc_vr disk", [this] { tick_writer(); }, [this] { writer_.close(); })
{
    post_to_writer([this](store::RecordWriter &writer) {
        const auto opened = outcome([&]() -> Result<void> {
            writer.open();
            return {};
        });
        if (opened) return;
        post_to_engine([this, reason = opened.error()] {
            record_->not_opened({store::RecordMode::memory, reason, std::nullopt});
        });
    });
}

RecordThreads::~RecordThreads() = default;

void RecordThreads::post_to_engine(std::function<void()> job)
{
    said_.put(std::move(job));
    wake_engine_();
}

bool RecordThreads::post_to_writer(std::function<void(store::RecordWriter &)> job)
{
    return thread_.post([this, job = std::move(job)] { job(writer_); });
}

store::RecordWriter::Listener RecordThreads::listener()
{
    // Values are moved into a shared_ptr, since a std::function must be copyable.
    const auto hand_over = [this](auto value, auto take) {
        auto shared = std::make_shared<decltype(value)>(std::move(value));
        post_to_engine([this, shared, take] { take(*record_, std::move(*shared)); });
    };
    return {
        [hand_over](store::OpenedRecord opened) {
            hand_over(std::move(opened), [](store::Record &record, store::OpenedRecord value) {
                record.opened(std::move(value));
            });
        },
        [hand_over](store::RecordNotOpened reason) {
            hand_over(std::move(reason), [](store::Record &record, store::RecordNotOpened value) {
                record.not_opened(std::move(value));
            });
        },
        [hand_over](std::vector<store::SpilledEvent> events) {
            hand_over(std::move(events),
                      [](store::Record &record, std::vector<store::SpilledEvent> value) {
                          record.merge(std::move(value));
                      });
        },
        [hand_over](store::Notice notice) {
            hand_over(std::move(notice), [](store::Record &record, store::Notice value) {
                record.noticed(std::move(value));
            });
        },
    };
}

store::Record::ToWriter RecordThreads::to_writer()
{
    return {
        [this](store::WriteBatch batch) { write(std::move(batch)); },
        [this](store::StateSnapshot snapshot) {
            auto shared = std::make_shared<store::StateSnapshot>(std::move(snapshot));
            post_to_writer([shared](store::RecordWriter &writer) { writer.save(*shared); });
        },
        [this] { post_to_writer([](store::RecordWriter &writer) { writer.spills_merged(); }); },
        [this](store::TraceWrite trace) {
            auto shared = std::make_shared<store::TraceWrite>(std::move(trace));
            post_to_writer([shared](store::RecordWriter &writer) { writer.add_trace(*shared); });
        },
        [this](std::vector<vault::Pseudonym> learners) {
            post_to_writer([this, learners = std::move(learners)](store::RecordWriter &writer) {
                const auto done = outcome([&] { return writer.keep_traces_of(learners); });
                post_to_engine([this, done] { record_->traces_forgotten(done); });
            });
        },
    };
}

void RecordThreads::write(store::WriteBatch batch)
{
    to_write_.put(std::move(batch));
    post_to_writer([this](store::RecordWriter &) { write_waiting(); });
}

void RecordThreads::write_waiting()
{
    const auto commit = to_write_.take();
    if (!commit) return; // it went with one before
    was_written_ = true;
    const auto result = outcome([&] { return writer_.write(commit->batch); });
    post_to_engine(
        [this, result, batches = commit->batches] { record_->written(result, batches); });
}

void RecordThreads::apply_reports()
{
    while (auto said = said_.take(std::chrono::milliseconds::zero()))
        (*said)();
}

void RecordThreads::go_on()
{
    run_settled();
    const auto sent = outcome([&]() -> Result<void> {
        record_->dispatch();
        return {};
    });
    if (!sent) record_->could_not_send(sent.error());
    record_->save_snapshot(events_between_snapshots);
    if (!record_->is_settled()) return;
    for (After &after : std::exchange(after_, {})) {
        if (record_->is_writing() && record_->done_with() < after.taken) {
            after_.push_back(std::move(after));
        } else {
            after.job();
        }
    }
}

void RecordThreads::when_written(Worker::Job job)
{
    after_.push_back({record_->taken(), std::move(job)});
}

void RecordThreads::erase(const std::string &learner, std::function<void(Result<void>)> done)
{
    if (auto can = record_->check_erasure(); !can) return done(can);
    when_written([this, learner, done = std::move(done)] {
        const bool is_posted = post_to_writer([this, learner, done](store::RecordWriter &writer) {
            store::Id stream{};
            const auto erased = outcome([&]() -> Result<void> {
                auto gone = writer.erase(learner);
                if (!gone) return gone.error();
                stream = *gone;
                return {};
            });
            post_to_engine([this, learner, done, erased, stream] {
                if (erased) record_->erased(learner, stream);
                done(erased);
            });
        });
        if (!is_posted) done(Error{Errc::shutting_down, "Blender is closing", "", ""});
    });
}

void RecordThreads::when_settled(Worker::Job job, mcp::Respond client)
{
    if (record_->is_settled()) return job();
    if (rejects_with_ && client) return client(*rejects_with_);
    deferred_.push_back({std::move(job), std::move(client)});
}

void RecordThreads::reject_clients(const Error &error)
{
    rejects_with_ = error;
    for (Deferred &deferred : std::exchange(deferred_, {})) {
        if (deferred.client)
            deferred.client(error);
        else
            deferred_.push_back(std::move(deferred));
    }
}

void RecordThreads::accept_clients() { rejects_with_.reset(); }

void RecordThreads::run_settled()
{
    if (!record_->is_settled()) return;
    for (const Deferred &deferred : std::exchange(deferred_, {}))
        deferred.job();
}

void RecordThreads::tick_writer()
{
    const auto now = steady_clock::now();
    if (std::exchange(was_written_, false)) last_written_ = now;
    writer_.tick(now - last_written_ > idle_after);
}

void RecordThreads::finish()
{
    const auto deadline = steady_clock::now() + closing_patience;
    const auto take_one = [&] {
        auto said = said_.take(deadline - steady_clock::now());
        if (said) (*said)();
        return said.has_value();
    };
    while (!record_->is_settled() && take_one()) {
    }
    run_settled();
    record_->dispatch_last();
    while (record_->is_writing() && take_one())
        record_->dispatch();
    for (After &after : std::exchange(after_, {}))
        after.job();
    if (record_->status().pending > 0) {
        log_error(std::to_string(record_->status().pending) +
                  " events could not be written before closing: " + record_->status().problem);
    }
    record_->save_snapshot(1);
    thread_.stop();
}

} // namespace mvr::host
