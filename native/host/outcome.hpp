#pragma once

#include "support/log.hpp"
#include "support/result.hpp"

#include <exception>
#include <string>

namespace mvr::host {

/// What a piece of work at the record came to, whatever it threw: somebody waits for its end.
template <class Work> Result<void> outcome(Work work)
{
    try {
        return work();
    } catch (const std::exception &error) {
        log_error(std::string("the record: ") + error.what());
        return Error{Errc::internal, std::string("the record failed: ") + error.what(), "",
                     report_remedy()};
    }
}

} // namespace mvr::host
