#include "tools/recording.hpp"

#include <utility>

namespace mvr::tools {

Recording::Recording(bool waits_for_disk, mcp::Respond respond)
    : waits_for_disk_(waits_for_disk), respond_(std::move(respond))
{
}

std::function<void(Result<store::Recorded>)>
Recording::expect(const std::shared_ptr<Recording> &self)
{
    ++self->expected_;
    self->kept_something_ = true;
    return [self](const Result<store::Recorded> &result) { self->written(result); };
}

void Recording::written(const Result<store::Recorded> &result)
{
    --expected_;
    on_disk_ = on_disk_ && result && result->on_disk;
    if (!result && problem_.empty()) problem_ = result.error().message;
    if (result && problem_.empty()) problem_ = result->problem;
    if (reply_ && expected_ == 0) answer();
}

void Recording::end(Result<ReplyDraft> reply, bool nothing_waits)
{
    // A reply about what was decided before is recorded when that is.
    if (!kept_something_) on_disk_ = nothing_waits;
    reply_ = std::move(reply);
    if (expected_ == 0 || !waits_for_disk_) answer();
}

void Recording::answer()
{
    if (!respond_) return; // answered before the disk had it
    const mcp::Respond respond = std::exchange(respond_, nullptr);
    if (!*reply_) return respond(std::move(*reply_).error());
    const bool is_pending = expected_ > 0;
    RecordOutcome now;
    now.recorded = on_disk_ && !is_pending;
    if (is_pending && on_disk_) now.pending = true;
    if (!problem_.empty()) now.record_problem = problem_;
    respond((*reply_)->render(now));
}

} // namespace mvr::tools
