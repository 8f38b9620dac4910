#pragma once

#include "store/sealed_row.hpp"
#include "support/result.hpp"

#include <functional>
#include <optional>
#include <string>

namespace mvr::store {

/// Signs an end of the chain; the time is for people and is not signed.
using SignHead = std::function<vault::Signature(const RecordHead &)>;

/// A signed end as lines of text, so that an administrator can read it. It stands in the record's
/// table `meta`, and in `record.head` beside it.
std::string head_text(const RecordEnd &end, const SignHead &sign);

/// Reads what `head_text` wrote; nothing if it is not that, or not signed with `key`.
std::optional<RecordEnd> end_of_text(const std::string &text, const vault::VerifyKey &key);

/// `record.head`: the last two ends that were written to it, each signed and in a slot of its own
/// that is no larger than a disk's sector. A new end takes the place of the older of the two, so
/// that one is whole whenever the machine stops. Thread: one at a time.
class HeadFile {
  public:
    /// Reads what is there. An end that `key` did not sign counts as altered.
    HeadFile(std::string path, const vault::VerifyKey &key);

    /// Errors: Errc::not_found; Errc::tampered when neither slot holds an end that `key` signed, or
    /// one of them was altered, and says which; Errc::unauthorized, Errc::storage_unavailable.
    const Result<void> &condition() const { return condition_; }

    /// The end that was written last, of those that can be read.
    const std::optional<RecordEnd> &end() const { return end_; }

    /// Writes the `head_text` of `end` in place; the disk takes it when it likes.
    /// Errors: Errc::storage_unavailable.
    Result<void> write(const RecordEnd &end, const std::string &text);

    /// Waits until the disk has what was written. Errors: Errc::storage_unavailable.
    Result<void> sync();

    /// Writes the whole file anew and waits for the disk. Errors: Errc::storage_unavailable.
    Result<void> replace(const RecordEnd &end, const std::string &text);

  private:
    void altered(const std::string &how);
    void take(const std::string &slot, int number, const vault::VerifyKey &key);

    std::string path_;
    Result<void> condition_;
    std::optional<RecordEnd> end_;
    int older_slot_ = 0; ///< the next to be written
    bool unsynced_ = false;
};

} // namespace mvr::store
