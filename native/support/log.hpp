#pragma once

#include <string>
#include <string_view>

namespace mvr {

/// Where the program's log goes. Never stdout or stderr: we live in another program's process.
/// Messages carry no learner content and no secrets.

/// Sends everything logged from now on to `path` (rotating, 1 MB, 3 files, mode of the folder).
/// An empty path discards. Thread: any; call before other threads start.
void log_to_file(const std::string &path);

/// Where the log is written; empty while it is discarded. Thread: any.
std::string log_file();

/// What to do about an internal error: to report it, with the log's place where there is one.
std::string report_remedy();

void log_info(std::string_view message);
void log_warning(std::string_view message);
void log_error(std::string_view message);

} // namespace mvr
