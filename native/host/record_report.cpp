#include "host/record_report.hpp"

#include <string_view>
#include <utility>

namespace mvr::host {
namespace {

std::string_view text_of(store::RecordMode mode)
{
    switch (mode) {
    case store::RecordMode::opening: return "opening";
    case store::RecordMode::open: return "open";
    case store::RecordMode::spill: return "spill";
    case store::RecordMode::read_only: return "read_only";
    case store::RecordMode::memory: break;
    }
    return "memory";
}

} // namespace

Json record_report(const store::RecordStatus &status)
{
    Json notices = Json::array();
    for (const store::Notice &notice : status.notices)
        notices.push_back({{"text", notice.text}, {"remedy", notice.remedy}});
    const bool is_writable =
        status.mode == store::RecordMode::open || status.mode == store::RecordMode::spill;
    // What is on its way to a disk that takes it is safe; what waits for one that does not is not.
    const bool stays = !is_writable || status.is_failing;
    const std::int64_t memory_only = status.lost + (stays ? status.pending : 0);
    return {{"path", status.path},        {"state", text_of(status.mode)},
            {"events", status.events},    {"pending", status.pending},
            {"memory_only", memory_only}, {"problem", status.problem},
            {"remedy", status.remedy},    {"notices", notices}};
}

} // namespace mvr::host
