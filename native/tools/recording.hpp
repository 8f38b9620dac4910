#pragma once

#include "mcp/tool.hpp"
#include "store/recorded.hpp"
#include "support/result.hpp"
#include "tools/reply_draft.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace mvr::tools {

/// What one tool call put into the record, and the reply that leaves when that is on disk.
///
/// A call begins one, its tool records through `tools::Context`, and whoever began it ends it with
/// the tool's reply. Thread: engine.
class Recording {
  public:
    /// With `waits_for_disk` false (a call of Blender's main thread, which never waits for a disk)
    /// the reply leaves at once and says `pending: true` where the disk does not have it yet.
    Recording(bool waits_for_disk, mcp::Respond respond);

    /// One decision of the call is on its way to the disk; call the result when it is there.
    static std::function<void(Result<store::Recorded>)>
    expect(const std::shared_ptr<Recording> &self);

    /// The tool is done. Where it kept nothing itself, its reply is recorded if `nothing_waits`:
    /// everything from before is on disk.
    void end(Result<ReplyDraft> reply, bool nothing_waits);

  private:
    void written(const Result<store::Recorded> &result);
    void answer();

    bool waits_for_disk_;
    mcp::Respond respond_;
    std::size_t expected_ = 0;
    bool on_disk_ = true;
    bool kept_something_ = false;
    std::string problem_;
    std::optional<Result<ReplyDraft>> reply_;
};

} // namespace mvr::tools
