#include "store/head_schedule.hpp"

#include "support/log.hpp"

#include <utility>

namespace mvr::store {
namespace {

constexpr std::int64_t rows_between_heads = 256;
constexpr TimeMs between_heads_ms = 5'000;

} // namespace

HeadSchedule::HeadSchedule(HeadFile file, const RecordHead &in_file, Clock clock)
    : file_(std::move(file)), in_file_(in_file), clock_(std::move(clock)), written_ms_(clock_())
{
}

bool HeadSchedule::is_due(std::int64_t last) const
{
    return last - in_file_.sequence >= rows_between_heads ||
           mvr::is_due(clock_(), written_ms_ + between_heads_ms, between_heads_ms);
}

void HeadSchedule::write(const RecordEnd &end, const std::string &text)
{
    written_ms_ = clock_();
    if (auto written = file_.write(end, text); !written) {
        log_warning(written.error().message);
        return;
    }
    in_file_ = end.head;
}

void HeadSchedule::sync(const RecordEnd &end, const SignHead &sign)
{
    if (end.head != in_file_ && end.head.sequence > 0) write(end, head_text(end, sign));
    if (auto synced = file_.sync(); !synced) log_warning(synced.error().message);
}

} // namespace mvr::store
