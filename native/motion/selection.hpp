#pragma once

#include <cstdint>
#include <optional>

namespace mvr::motion {

/// What was selected, compared with what should have been: vertices, edges or objects.
struct SelectionCounts {
    std::int64_t right = 0;  ///< selected and wanted
    std::int64_t wrong = 0;  ///< selected and not wanted
    std::int64_t missed = 0; ///< wanted and not selected
};

/// Each in [0, 1], 1 is best; absent where it would divide by nothing.
struct SelectionAccuracy {
    std::optional<double> precision; ///< right / selected
    std::optional<double> recall;    ///< right / wanted
    std::optional<double> f1;        ///< 2 right / (selected + wanted)
    std::optional<double> overlap;   ///< right / (selected or wanted), the Jaccard index
};

/// Throws Failure for a negative count. Thread: any.
SelectionAccuracy selection_accuracy(const SelectionCounts &counts);

} // namespace mvr::motion
