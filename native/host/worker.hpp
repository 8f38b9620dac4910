#pragma once

#include "support/mailbox.hpp"

#include <chrono>
#include <functional>
#include <string>
#include <thread>

namespace mvr::host {

/// A thread that does jobs one after another, and ticks between them.
///
/// Thread: construct and `stop` on one thread; `post` from any.
class Worker {
  public:
    using Job = std::function<void()>;

    static constexpr std::chrono::milliseconds tick_interval{50};

    /// `tick` runs on the worker after each job and at least every `tick_interval`.
    /// `last` runs on the worker after the last job, before it ends.
    /// `name`: of the thread, at most 15 bytes.
    Worker(std::string name, Job tick, Job last);
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    /// False once stopped: the job was not taken and is destroyed without being run.
    bool post(Job job);

    /// Runs what was posted before, then `last`, and joins. Calling it twice is fine.
    void stop();

  private:
    void run();

    std::string name_;
    Job tick_;
    Job last_;
    Mailbox<Job> jobs_;
    std::thread thread_;
};

} // namespace mvr::host
