#pragma once

#include <optional>

namespace mvr::motion {

/// What was done with Blender's operators in a stretch of work.
struct OperationCounts {
    int completed = 0;    ///< operations, undone ones included
    int undone = 0;       ///< steps that were undone
    int by_shortcut = 0;  ///< among `completed`
    int with_pointer = 0; ///< among `completed`: by a button or a menu
};

/// Operators that the task needs (an expert's or the least number) / those that were used, at most
/// 1. Absent when none was used or `needed` is not known (0). Thread: any, as all here.
std::optional<double> tool_efficiency(int needed, int used);

/// Undone steps / operations, at most 1. Absent without an operation.
std::optional<double> undo_rate(const OperationCounts &counts);

/// Operations by a shortcut / those of which it is known how they were called. Absent without any.
std::optional<double> shortcut_share(const OperationCounts &counts);

/// Operations a minute. Absent when no time has passed.
std::optional<double> operations_per_minute(const OperationCounts &counts, double seconds);

} // namespace mvr::motion
