#pragma once

#include <string>

namespace mvr::mcp {

/// Replays a dialogue against a fresh SmallServer and returns it with the replies that were given.
///
/// Lines that begin with `>` are one request: POST, GET or DELETE with header fields and body, or a
/// message on the local socket if the first line is none of these. `! finish` lets waiting calls
/// end,
/// `! wait N` moves the clock by N minutes, `! hang up` ends the socket's connection.
/// `<` lines are what came back. `$session` stands for the session id that the server gave last.
/// Everything else is commentary and stays as it is.
std::string replay(const std::string &dialogue);

} // namespace mvr::mcp
