#pragma once

// support: the few value types that every other module speaks: errors, results, JSON, ids, clocks,
// the mailbox between threads, the log sink, and the one way to the operating system.
// It knows nothing of learning, scenes, protocols or storage.

#include <exception>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mvr {

/// Every way in which a correct program on a healthy machine can get "no". What each is called
/// elsewhere: `error_kinds`.
enum class Errc {
    invalid_argument,    ///< the caller's input; `field` and `remedy` say what to change
    not_found,           ///< an id that names nothing
    conflict,            ///< the request contradicts the present state
    unsupported,         ///< known, but not on this Blender or not in this build
    busy,                ///< Blender's main thread did not get to it in time; nothing was changed
    shutting_down,       ///< the server is stopping; nothing was changed
    storage_unavailable, ///< disk full, read-only folder, lost disk
    locked,              ///< another process holds it
    tampered,            ///< sealed data that does not open, or a broken hash chain
    unauthorized,        ///< missing or wrong token
    scope_required,      ///< the caller may not use this tool
    access_denied,       ///< the caller may use the tool, but not for this
    limit_exceeded,      ///< a documented limit on size, depth or number
    internal,            ///< an internal error; the text is for the log and for a report
};

/// What one kind of error is called by whom. The only such table.
struct ErrorKind {
    Errc code;
    std::string_view
        client_code; ///< in `structuredContent.error.code` (academy seed §8.6.1, and ours)
    std::string_view python_class; ///< of the exception
    int http_status;               ///< as the academy's interface tells it
    bool is_retryable;             ///< the same call may succeed later
    bool is_user_error;            ///< the person can mend it by doing something else
};
std::span<const ErrorKind> error_kinds();
const ErrorKind &kind_of(Errc code);

/// The code that clients see.
std::string_view client_code(Errc code);
/// Errc::internal for a code that is unknown.
Errc errc_from_client_code(std::string_view client_code);

/// Why something was not done, as sentences for the person who can mend it.
struct Error {
    Errc code = Errc::internal;
    std::string message; ///< what is wrong, one sentence
    std::string
        field; ///< JSON path of the offending argument, e.g. "unit_data.unit_id"; may be empty
    std::string remedy;              ///< what to do about it, one sentence; may be empty
    std::string required_scope = {}; ///< with Errc::scope_required
    std::vector<std::string> current_scopes = {}; ///< with Errc::scope_required
};

/// A broken world or an internal error: thrown, and caught only where a tool call, a thread or
/// Python begins.
class Failure : public std::exception {
  public:
    explicit Failure(Error error) : error_(std::move(error)) {}
    const char *what() const noexcept override { return error_.message.c_str(); }
    const Error &error() const noexcept { return error_; }

  private:
    Error error_;
};

} // namespace mvr
