#include "store/folds.hpp"

#include <array>

namespace mvr::store {

std::span<const Fold *const> learner_folds()
{
    static constexpr std::array<const Fold *, 6> all{
        &profile_fold,  &progress_fold,  &results_fold,
        &sessions_fold, &decisions_fold, &reports_fold,
    };
    return all;
}

} // namespace mvr::store
