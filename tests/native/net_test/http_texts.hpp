#pragma once

#include <string>

// Requests as a client writes them, and what is read in the responses.

namespace mvr::net {

class RunningServer;

/// The number in the first status line of `response`, 0 if there is none.
int status_of(const std::string &response);
/// How many responses there are in it.
int count_responses(const std::string &response);

/// A request with the right token; `fields` are whole header lines.
std::string post(const RunningServer &server, const std::string &body,
                 const std::string &fields = {});
/// A call of `echo` in the modern era as body, and the header lines that belong to it.
std::string echo_body(const std::string &text, int id = 1);
std::string echo_fields();
/// The same for `hold`.
std::string hold_body(int id = 1);
/// The same, from a client that wants to hear of its progress.
std::string watched_hold_body(int id = 1);
std::string hold_fields();

} // namespace mvr::net
