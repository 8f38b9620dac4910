#include "host/worker.hpp"

#include "support/log.hpp"
#include "support/os.hpp"

#include <exception>
#include <string>
#include <utility>

namespace mvr::host {
namespace {

/// A thread begins here, so this is one of the places that catch: a surprise in one job is logged
/// and must not take Blender down.
void run_guarded(const std::string &name, const Worker::Job &job)
{
    try {
        job();
    } catch (const std::exception &error) {
        log_error(name + " thread: " + error.what());
    }
}

} // namespace

Worker::Worker(std::string name, Job tick, Job last)
    : name_(std::move(name)), tick_(std::move(tick)), last_(std::move(last)),
      thread_([this] { run(); })
{
}

Worker::~Worker() { stop(); }

bool Worker::post(Job job) { return jobs_.put(std::move(job)); }

void Worker::stop()
{
    jobs_.close();
    if (thread_.joinable()) thread_.join();
}

void Worker::run()
{
    os::name_this_thread(name_);
    for (;;) {
        if (auto job = jobs_.take(tick_interval)) {
            run_guarded(name_, *job);
        } else if (jobs_.closed()) {
            break;
        }
        run_guarded(name_, tick_);
    }
    run_guarded(name_, last_);
}

} // namespace mvr::host
