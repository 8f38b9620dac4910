#include "motion/selection.hpp"

#include "support/error.hpp"

namespace mvr::motion {
namespace {

std::optional<double> share(std::int64_t part, std::int64_t whole)
{
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

SelectionAccuracy selection_accuracy(const SelectionCounts &counts)
{
    if (counts.right < 0 || counts.wrong < 0 || counts.missed < 0)
        throw Failure({Errc::internal, "a selection cannot hold less than nothing", "", ""});
    const std::int64_t selected = counts.right + counts.wrong;
    const std::int64_t wanted = counts.right + counts.missed;
    return {share(counts.right, selected), share(counts.right, wanted),
            share(2 * counts.right, selected + wanted), share(counts.right, wanted + counts.wrong)};
}

} // namespace mvr::motion
