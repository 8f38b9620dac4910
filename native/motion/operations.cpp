#include "motion/operations.hpp"

#include <algorithm>

namespace mvr::motion {

std::optional<double> tool_efficiency(int needed, int used)
{
    if (needed <= 0 || used <= 0) return std::nullopt;
    return std::min(1.0, static_cast<double>(needed) / used);
}

std::optional<double> undo_rate(const OperationCounts &counts)
{
    if (counts.completed <= 0) return std::nullopt;
    return std::min(1.0, static_cast<double>(counts.undone) / counts.completed);
}

std::optional<double> shortcut_share(const OperationCounts &counts)
{
    const int known = counts.by_shortcut + counts.with_pointer;
    if (known <= 0) return std::nullopt;
    return static_cast<double>(counts.by_shortcut) / known;
}

std::optional<double> operations_per_minute(const OperationCounts &counts, double seconds)
{
    if (!(seconds > 0)) return std::nullopt;
    return 60 * counts.completed / seconds;
}

} // namespace mvr::motion
