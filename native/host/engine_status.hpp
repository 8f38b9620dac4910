#pragma once

#include "support/describe.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// What the engine says of itself to its owner. Values; each says what was so when it was made.

namespace mvr::host {

struct ServerStatus {
    bool running = false;
    std::int64_t port = 0;      ///< of HTTP
    std::string url;            ///< Streamable HTTP; empty while HTTP is not served
    std::string socket;         ///< of lines; empty on Windows
    std::int64_t line_port = 0; ///< of lines on Windows
    std::string token_file;
    std::string http_problem;   ///< why HTTP is not served although the server runs
    std::string socket_problem; ///< likewise for lines
    std::int64_t clients = 0;   ///< connected now
    std::int64_t requests = 0;  ///< answered since the start
    std::string last_tool;      ///< that a client called
    double idle_seconds = 0;    ///< since the last request
};

enum class RecordState {
    closed, ///< nothing needed it yet
    opening,
    open,
    spill,     ///< another Blender has it; work is kept beside it and joined later
    read_only, ///< a newer program wrote it
    memory,    ///< nothing reaches a disk
};

/// Something about the record that a person should read once, and what to do about it.
struct Notice {
    std::string text;
    std::string remedy;
    bool operator==(const Notice &) const = default;
};

struct RecordStatus {
    std::string path;
    RecordState state = RecordState::closed;
    std::int64_t events = 0;      ///< on disk
    std::int64_t pending = 0;     ///< that wait for the disk
    std::int64_t memory_only = 0; ///< that are on no disk and on their way to none
    std::string problem;          ///< why nothing can be written now
    std::string remedy;
    std::vector<Notice> notices;  ///< what was found and done on opening it
    std::string undeleted_traces; ///< why movements that were to be deleted are still there
    bool operator==(const RecordStatus &) const = default;
};

struct Status {
    ServerStatus server;
    RecordStatus record;
    std::int64_t waiting = 0; ///< requests that nobody has taken yet
};

/// What an export or import comes to.
struct EventCount {
    std::int64_t events = 0;
};

} // namespace mvr::host

namespace mvr {

template <> struct Description<host::EventCount> {
    static constexpr std::tuple members{Member{"events", &host::EventCount::events, ""}};
};

template <> struct EnumText<host::RecordState> : TextsInOrder<host::RecordState> {
    static constexpr std::array<std::string_view, 6> texts{"closed", "opening",   "open",
                                                           "spill",  "read_only", "memory"};
    static constexpr std::array values{host::RecordState::closed,    host::RecordState::opening,
                                       host::RecordState::open,      host::RecordState::spill,
                                       host::RecordState::read_only, host::RecordState::memory};
};

template <> struct Description<host::ServerStatus> {
    using Self = host::ServerStatus;
    static constexpr std::tuple members{
        Member{"running", &Self::running, "", or_default},
        Member{"port", &Self::port, "", or_default},
        Member{"url", &Self::url, "", or_default},
        Member{"socket", &Self::socket, "", or_default},
        Member{"line_port", &Self::line_port, "", or_default},
        Member{"token_file", &Self::token_file, "", or_default},
        Member{"http_problem", &Self::http_problem, "", or_default},
        Member{"socket_problem", &Self::socket_problem, "", or_default},
        Member{"clients", &Self::clients, "", or_default},
        Member{"requests", &Self::requests, "", or_default},
        Member{"last_tool", &Self::last_tool, "", or_default},
        Member{"idle_seconds", &Self::idle_seconds, "", or_default},
    };
};

template <> struct Description<host::Notice> {
    using Self = host::Notice;
    static constexpr std::tuple members{
        Member{"text", &Self::text, ""},
        Member{"remedy", &Self::remedy, "", or_default},
    };
};

template <> struct Description<host::RecordStatus> {
    using Self = host::RecordStatus;
    static constexpr std::tuple members{
        Member{"path", &Self::path, "", or_default},
        Member{"state", &Self::state, "", or_default},
        Member{"events", &Self::events, "", or_default},
        Member{"pending", &Self::pending, "", or_default},
        Member{"memory_only", &Self::memory_only, "", or_default},
        Member{"problem", &Self::problem, "", or_default},
        Member{"remedy", &Self::remedy, "", or_default},
        Member{"notices", &Self::notices, "", or_default},
        Member{"undeleted_traces", &Self::undeleted_traces, "", or_default},
    };
};

template <> struct Description<host::Status> {
    using Self = host::Status;
    static constexpr std::tuple members{
        Member{"server", &Self::server, ""},
        Member{"record", &Self::record, ""},
        Member{"waiting", &Self::waiting, "", or_default},
    };
};

} // namespace mvr
