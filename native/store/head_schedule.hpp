#pragma once

#include "store/head_file.hpp"
#include "support/clock.hpp"

#include <string>

namespace mvr::store {

/// Writes `record.head` now and then: every 256 rows or 5 s, and where it is asked to. A failure is
/// logged; the events themselves are on disk. Thread: one at a time.
class HeadSchedule {
  public:
    /// `in_file`: what the file says now. `clock` is used as long as this lives.
    HeadSchedule(HeadFile file, const RecordHead &in_file, Clock clock);

    /// Whether the row `last` is so far behind the file's head that it is to be written.
    bool is_due(std::int64_t last) const;

    /// Writes `end`, whose text is `head_text`; the disk takes it when it likes.
    void write(const RecordEnd &end, const std::string &text);

    /// Writes `end` where it is new, and waits until the disk has it.
    void sync(const RecordEnd &end, const SignHead &sign);

  private:
    HeadFile file_;
    RecordHead in_file_;
    Clock clock_;
    TimeMs written_ms_;
};

} // namespace mvr::store
