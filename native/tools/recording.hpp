#pragma once

#include "store/recorded.hpp"
#include "support/json.hpp"
#include "support/result.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace mvr::tools {

/// What one tool call put into the record, and the reply that leaves when that is on disk.
///
/// A call begins one, its handler records through `tools::Context`, and whoever began it ends it
/// with the handler's reply. Thread: engine.
class Recording {
  public:
    using Done = std::function<void(Result<Json>)>;

    /// With `waits_for_disk` false (a call of Blender's main thread, which never waits for a disk)
    /// the reply leaves at once and says `pending: true` where the disk does not have it yet.
    Recording(bool waits_for_disk, Done done);

    /// One decision of the call is on its way to the disk; call the result when it is there.
    static std::function<void(Result<store::Recorded>)>
    expect(const std::shared_ptr<Recording> &self);

    /// The handler is done. A reply that has a member `event_ids` gets `recorded`, and
    /// `record_problem` or `pending` where there is something to say. Where it kept nothing itself,
    /// it is recorded if `nothing_waits`: everything from before is on disk.
    void end(Result<Json> reply, bool nothing_waits);

  private:
    void written(const Result<store::Recorded> &result);
    void answer();

    bool waits_for_disk_;
    Done done_;
    std::size_t expected_ = 0;
    bool on_disk_ = true;
    bool kept_something_ = false;
    std::string problem_;
    Result<Json> reply_ = Json();
    bool ended_ = false;
};

} // namespace mvr::tools
