#pragma once

#include "support/log.hpp"

#include <exception>
#include <string>

namespace mvr::net {

/// Logs what a coroutine ended by, if it was an exception, with its text.
inline void log_end(const char *what, const std::exception_ptr &failure)
{
    if (!failure) return;
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception &error) {
        log_error(std::string(what) + " ended by an internal error: " + error.what());
    } catch (...) {
        log_error(std::string(what) + " ended by an internal error");
    }
}

} // namespace mvr::net
