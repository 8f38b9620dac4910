#pragma once

#include "support/json_writer.hpp"
#include "tools/record_outcome.hpp"

#include <concepts>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace mvr::tools {

/// A reply that becomes text when it is known what became of its events.
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
            return json_text_of(*shared);
        };
    }

    /// `now.event_ids` is passed over: the reply has its own.
    std::string render(const RecordOutcome &now) const { return render_(now); }

  private:
    std::function<std::string(const RecordOutcome &)> render_;
};

} // namespace mvr::tools
