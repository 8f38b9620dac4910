#pragma once

// host: builds everything, owns the threads, routes tool calls to the thread that each declares,
// and stops in order. It knows no Python.

#include "access/credential.hpp"
#include "host/engine_status.hpp"
#include "host/main_thread_queue.hpp"
#include "motion/trace.hpp"
#include "support/clock.hpp"
#include "support/json.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::host {

struct EngineConfig {
    std::string folder;          ///< where the record and the named lesson files are
    std::string blender_version; ///< for the server's own description
    Clock clock = system_time_ms;
    std::chrono::milliseconds scene_patience{15'000}; ///< until a call waits no longer for Blender
    /// Whom the server lets in beside the owner. The add-on names nobody: its module has no way to.
    std::vector<access::Credential> credentials;
};

/// The program behind the add-on: record, tools and server.
///
/// Thread: all member functions on Blender's main thread; none takes the GIL.
class Engine {
  public:
    /// Begins to open the record, on a thread of its own. A record that is locked, full, read-only
    /// or another key's does not stop the engine: `status` says why, learners can go on, and no
    /// result claims to be recorded.
    explicit Engine(EngineConfig config);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Runs a scene command on the main thread.
    using RunScene = std::function<Result<DescribedValue>(const mcp::SceneCommand &)>;

    /// Calls a tool for the main thread and returns its reply. What belongs to the scene is
    /// done by `run`, here; for the rest it waits for the state's owner, and for no disk.
    /// Errors: the tool's; Errc::busy while the record is being opened.
    Result<DescribedValue> call(const std::string &tool, JsonView arguments, RunScene run);

    /// Begins a call of a tool that needs no scene; its end arrives from `take_completion`.
    std::uint64_t post(const std::string &tool, JsonView arguments);

    /// The next client's request for the main thread; waits up to `patience`.
    std::optional<SceneRequest> take(std::chrono::milliseconds patience);

    /// The next end of what was begun with `post`, `export_events` or `import_vault`; waits up to
    /// `patience`.
    std::optional<Completion> take_completion(std::chrono::milliseconds patience);

    /// Answers a SceneRequest that was taken, with what its command's `read_reply` made of it.
    void answer(std::uint64_t request_id, Result<DescribedValue> reply);

    /// Serves MCP on 127.0.0.1:`port` (0: any free one) and on a socket in `run_folder`. The
    /// owner's token lies beside the record and is kept from start to start. The status names them;
    /// `http_problem` says why HTTP is not served while the socket is (port in use). Errors:
    /// Errc::conflict when already serving; Errc::storage_unavailable for the folder.
    Result<ServerStatus> start_server(std::uint16_t port, const std::string &run_folder);
    /// Makes a new token for the owner, whether or not the server runs: a configuration that was
    /// copied before opens nothing any more. Connections that it opened are closed, and what they
    /// wait for is not begun. Errors: Errc::storage_unavailable.
    Result<void> renew_token();

    /// What clients' calls wait for is rejected, and each gets that answer before its connection
    /// ends; what is being done in the scene goes on.
    void stop_server();

    /// Server, record and queue, as the panels show them.
    Status status() const;
    Json tools() const;
    /// Whether arguments have the shape that a tool publishes; calls nothing.
    Result<void> check_arguments(const std::string &tool, JsonView arguments);
    void set_activity(std::string what);
    /// The title of the unit that somebody works in; empty while none runs. Clients' authoring
    /// waits for its end.
    void set_running_unit(std::string title);
    /// What reading tools say of the open file from now on: a lesson as `get_lesson` gives it.
    /// Throws Failure (internal) where it is not.
    void publish_lesson(JsonView lesson);

    /// Writes every event of the record, opened, to `path` (0600), one JSON object a line. Returns
    /// at once; the end arrives from `take_completion`: EventCount or the error
    /// (Errc::conflict without a record, Errc::storage_unavailable). The file holds what the record
    /// sealed: it is the caller's to protect.
    std::uint64_t export_events(const std::string &path);

    /// Adds the events of the learners in another vault's `folder` to this record; those that are
    /// here already are left out. Returns at once; the end arrives as above.
    std::uint64_t import_vault(const std::string &folder);

    /// Keeps a chunk of a session's raw trace, if its learner agreed to that; else nothing. Returns
    /// at once.
    void add_trace(motion::TraceChunk chunk);

    /// Stops in order: no new requests, sessions closed, waiting calls rejected, everything that
    /// was taken for true brought to disk. Calling it twice is fine.
    void close();

  private:
    struct Parts;
    std::shared_ptr<Parts> parts_;
};

} // namespace mvr::host
