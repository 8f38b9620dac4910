#pragma once

#include "support/described_value.hpp"
#include "tools/record_outcome.hpp"

#include <concepts>
#include <functional>
#include <memory>
#include <utility>

namespace mvr::tools {

/// A reply that becomes whole when it is known what became of its events.
class ReplyDraft {
  public:
    template <Described Reply> explicit ReplyDraft(Reply reply)
    {
        render_ = [shared = std::make_shared<Reply>(std::move(reply))](const RecordOutcome &now) {
            if constexpr (std::derived_from<Reply, RecordOutcome>) {
                shared->recorded = now.recorded;
                shared->pending = now.pending;
                shared->record_problem = now.record_problem;
                if (!shared->not_recorded_because.empty()) {
                    shared->recorded = false;
                    shared->pending.reset();
                    shared->record_problem = shared->not_recorded_because;
                }
            }
            return DescribedValue(std::shared_ptr<const Reply>(shared));
        };
    }

    /// `now.event_ids` is passed over: the reply has its own.
    DescribedValue render(const RecordOutcome &now) const { return render_(now); }

  private:
    std::function<DescribedValue(const RecordOutcome &)> render_;
};

} // namespace mvr::tools
