#pragma once

#include "mcp/call.hpp"
#include "support/mailbox.hpp"
#include "support/published.hpp"
#include "support/result.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace mvr::host {

/// Work for Blender's main thread.
struct SceneRequest {
    std::uint64_t id = 0;
    std::string command;
    std::string arguments; ///< JSON
    mcp::CallPtr call;
};

/// The end of a tool call that the main thread made.
struct LocalReply {
    std::uint64_t call_id = 0;
    Result<std::string> outcome; ///< JSON
};

using MainItem = std::variant<SceneRequest, LocalReply>;

/// Where requests for the main thread wait, and where a busy main thread is noticed.
///
/// A request that is not taken by its call's deadline is withdrawn and rejected as busy: nothing
/// was changed, and no later visit will do it. One that was taken is never called busy: its caller
/// is told how long it takes (as progress, where it asked for that) and gets its answer, however
/// late, unless the program ends.
///
/// Thread: `submit`, `answered`, `expire` and the rejecting functions on the engine thread; `take`
/// and `set_activity` on the main thread.
class MainThreadQueue {
  public:
    using Duration = std::chrono::milliseconds;
    using OnResult = std::function<void(Result<std::string>)>;

    struct Work {
        std::string command;
        std::string arguments;
        mcp::CallPtr call;
    };

    void submit(Work work, OnResult on_result);
    void answered(std::uint64_t id, Result<std::string> reply);
    /// Withdraws what waited for too long or whose caller has cancelled it, and reports progress.
    void expire();
    /// Rejects clients' requests that nobody has taken yet, and each that comes after them; what is
    /// being worked on goes on.
    void reject_clients(const Error &error);
    /// Takes clients' requests again.
    void accept_clients();
    /// Rejects everything, also what is being worked on: the program ends.
    void reject_all(const Error &error);

    /// The next item; waits up to `patience`. `local_only` leaves clients' requests in the queue.
    std::optional<MainItem> take(Duration patience, bool local_only);
    void deliver(LocalReply reply);

    /// What the main thread is about to be busy with, for the busy error; empty for nothing in
    /// particular.
    void set_activity(std::string what);

    std::size_t waiting() const { return remote_.size() + local_.size(); }

  private:
    using Instant = std::chrono::steady_clock::time_point;
    struct Pending {
        Instant since;
        Instant told;
        std::string command;
        mcp::CallPtr call;
        OnResult on_result;
    };

    Mailbox<MainItem> &box_of(const Pending &pending);
    bool withdraw(std::uint64_t id, const Pending &pending);
    void report(Pending &pending, Instant now) const;
    Error busy_error(const Pending &pending, Instant now) const;

    std::uint64_t next_id_ = 1;
    std::map<std::uint64_t, Pending> pending_;
    std::optional<Error> clients_are_rejected_; ///< with this, while their server stops
    Mailbox<MainItem> remote_;
    Mailbox<MainItem> local_;
    Published<std::string> activity_{{}};
};

} // namespace mvr::host
