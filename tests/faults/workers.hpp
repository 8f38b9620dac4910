#pragma once

#include <functional>
#include <string>
#include <vector>

namespace mvr::faults {

/// Runs `work` in `count` processes at once, each with its number from 0 on, and returns what each
/// of them returned. Throws when one of them ends otherwise.
std::vector<std::string> run_in_processes(int count, const std::function<std::string(int)> &work);

} // namespace mvr::faults
