#pragma once

#include "mcp/call.hpp"
#include "support/mailbox.hpp"
#include "support/published.hpp"
#include "support/result.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace mvr::host {

/// What a client's call wants of Blender's main thread.
struct SceneRequest {
    std::uint64_t id = 0;
    mcp::SceneCommand command;
    mcp::CallPtr call;
};

/// The end of what the main thread began and did not wait for.
struct Completion {
    std::uint64_t id = 0;
    Result<DescribedValue> outcome;
};

/// What a caller reads whose call was withdrawn before its work began.
Error cancelled_error();

/// Where clients' requests for the main thread wait, and where a busy main thread is noticed.
///
/// While a unit runs, authoring (calls with the scope lessons:write) waits, also what touches no
/// scene: neither the scene nor what the learner is judged by changes under their hands. The rest
/// goes on.
///
/// A request that is not taken by its call's deadline is withdrawn and rejected as busy: nothing
/// was changed, and no later visit will do it. One that was taken is never called busy: its caller
/// hears how long it takes (as progress, where it asked for that) and gets its answer, however
/// late, unless the program ends.
///
/// Thread: `submit`, `run_when_allowed`, `answered`, `tick`, `expire` and the rejecting functions
/// on the engine thread; `take`, `set_activity` and `set_running_unit` on the main thread.
class MainThreadQueue {
  public:
    using Duration = std::chrono::milliseconds;
    using Instant = std::chrono::steady_clock::time_point;
    using OnResult = std::function<void(Result<DescribedValue>)>;

    struct Work {
        mcp::SceneCommand command;
        mcp::CallPtr call;
    };

    void submit(Work work, OnResult on_result);
    /// Runs `work`, which needs no scene, here: at once, or authoring when no unit runs any more.
    /// Withdrawn and rejected like a request that is not taken, it goes to `on_reject` instead.
    void run_when_allowed(mcp::CallPtr call, std::function<void()> work, OnResult on_reject);
    void answered(std::uint64_t id, Result<DescribedValue> reply);
    /// How often `tick` lets expire: that looks at each call that waits, and there may be
    /// thousands.
    static constexpr Duration expire_interval{20};
    /// Comes after each job of the engine's: runs what waited for a unit that has ended, and lets
    /// expire what waits if that was not done within `expire_interval`.
    void tick(Instant now);
    /// Runs what waited for a unit that has ended, withdraws what waited for too long or whose
    /// caller has cancelled it, and reports progress to those who still wait.
    void expire(Instant now = std::chrono::steady_clock::now());
    /// Rejects the requests that nobody has taken yet, and each that comes after them; what is
    /// being worked on goes on.
    void reject_requests(const Error &error);
    /// Takes requests again.
    void accept_requests();
    /// Rejects everything, also what is being worked on: the program ends.
    void reject_all(const Error &error);

    /// The next request that may be done now, of a caller who still waits for it; waits up to
    /// `patience` for one.
    std::optional<SceneRequest> take(Duration patience);

    /// What the main thread is about to be busy with, for the busy error and for the progress of
    /// the request that was taken last; empty for nothing in particular.
    void set_activity(std::string what);
    /// The title of the unit that somebody works in; empty while none runs.
    void set_running_unit(std::string title);

    std::size_t waiting() const { return requests_.size(); }

  private:
    struct Pending {
        Instant since;
        Instant reported;
        mcp::CallPtr call;
        OnResult on_result;
        std::function<void()> work; ///< that waits for the unit; empty for a request
    };
    using Position = std::map<std::uint64_t, Pending>::iterator;

    void add(mcp::CallPtr call, OnResult on_result, std::function<void()> work);
    void run_allowed();
    bool withdraw(Position at);
    bool has_begun(Position at) const;
    void report(Position at, Instant now);
    std::string at_work_on(std::uint64_t id) const;
    std::string reason(const Pending &pending) const;
    Error busy_error(const Pending &pending, Instant now) const;

    std::uint64_t next_id_ = 1;
    std::map<std::uint64_t, Pending> pending_;
    bool may_wait_for_unit_ = false; ///< some of it
    Instant expired_at_{};           ///< by `tick`
    Mailbox<SceneRequest> requests_;
    std::atomic<std::uint64_t> taken_last_{0}; ///< id; 0 before the first
    std::optional<Error> rejects_with_;        ///< with this, while their server stops
    Published<std::string> activity_{{}};
    Published<std::string> running_unit_{{}};
};

} // namespace mvr::host
