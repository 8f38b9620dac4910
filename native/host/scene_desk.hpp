#pragma once

#include "support/json.hpp"
#include "support/mailbox.hpp"
#include "support/published.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace mvr::host {

/// Work for Blender's main thread.
struct SceneRequest {
    std::uint64_t id = 0;
    std::string command;
    Json arguments;
    bool local = false; ///< made by the main thread itself (an operator), which waits for it
};

/// The end of a tool call that the main thread made.
struct LocalReply {
    std::uint64_t call_id = 0;
    Result<Json> outcome;
};

using MainItem = std::variant<SceneRequest, LocalReply>;

/// Where requests for the main thread wait, and where a busy main thread is noticed.
///
/// A request that is not taken within `patience` is withdrawn and refused as busy: nothing was
/// changed. One that was taken but not answered within `grace` is refused as still running; its
/// late answer is dropped and logged.
///
/// Thread: `submit`, `answered`, `expire` and `refuse_all` on the store thread; `take` and
/// `set_activity` on the main thread.
class SceneDesk {
  public:
    using Duration = std::chrono::milliseconds;
    using Done = std::function<void(Result<Json>)>;

    SceneDesk(Duration patience, Duration grace);

    void submit(std::string command, Json arguments, bool local, Done done);
    void answered(std::uint64_t id, Result<Json> reply);
    void expire();
    void refuse_all(const Error &error);

    /// The next item; waits up to `patience`. `local_only` leaves other clients' requests in the
    /// queue.
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
        std::string command;
        bool local = false;
        Done done;
    };

    Error busy_error(const Pending &pending, Instant now, bool taken) const;

    const Duration patience_;
    const Duration grace_;
    std::uint64_t next_id_ = 1;
    std::map<std::uint64_t, Pending> pending_;
    Mailbox<MainItem> remote_;
    Mailbox<MainItem> local_;
    Published<std::string> activity_{{}};
};

} // namespace mvr::host
