#include "tools/recording.hpp"

#include <utility>

namespace mvr::tools {

Recording::Recording(bool waits_for_disk, Done done)
    : waits_for_disk_(waits_for_disk), done_(std::move(done))
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
    if (ended_ && expected_ == 0) answer();
}

void Recording::end(Result<Json> reply, bool nothing_waits)
{
    // A reply about what was decided before is recorded when that is.
    if (!kept_something_) on_disk_ = nothing_waits;
    reply_ = std::move(reply);
    ended_ = true;
    if (expected_ == 0 || !waits_for_disk_) answer();
}

void Recording::answer()
{
    if (!done_) return; // answered before the disk had it
    if (reply_ && reply_->is_object() && reply_->contains("event_ids")) {
        Json &reply = *reply_;
        const bool pending = expected_ > 0;
        reply["recorded"] = on_disk_ && !pending;
        if (pending && on_disk_) reply["pending"] = true;
        if (!problem_.empty()) reply["record_problem"] = problem_;
    }
    std::exchange(done_, nullptr)(std::move(reply_));
}

} // namespace mvr::tools
