#include "store/write_queue.hpp"

#include <chrono>
#include <utility>

namespace mvr::store {
namespace {

/// What came from elsewhere stays by itself: it is rejected as a whole when it is there already.
bool can_share_a_commit(const WriteBatch &first, const WriteBatch &next)
{
    return first.mode == RecordMode::open && next.mode == RecordMode::open &&
           first.merged_ids.empty() && next.merged_ids.empty() && adjoin(first.sealed, next.sealed);
}

} // namespace

std::optional<WriteQueue::Commit> WriteQueue::take()
{
    auto first = waiting_.take(std::chrono::milliseconds::zero());
    if (!first) return std::nullopt;
    Commit commit{*std::move(first), 1};
    const auto fits = [&](const WriteBatch &next) {
        return can_share_a_commit(commit.batch, next);
    };
    while (auto next = waiting_.take_if(fits)) {
        merge(commit.batch.sealed, std::move(next->sealed));
        ++commit.batches;
    }
    return commit;
}

} // namespace mvr::store
