#include "store/head_file.hpp"

#include "support/os.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace mvr::store {
namespace {

constexpr std::string_view title = "malloc-vr record head 2";
constexpr int slots = 2;
constexpr std::size_t slot_bytes = 512; // a disk writes so many whole or not at all
constexpr char padding = '\n';
constexpr std::string_view blank_bytes("\n\0", 2); // a slot that was never written may be a hole

/// Takes the next line off `text`; what stands in it after `name`, "" where another line comes.
/// No streams: they read and write numbers as the process's locale has them.
std::string_view take_line(std::string_view &text, std::string_view name)
{
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line.starts_with(name) ? line.substr(name.size()) : "";
}

bool read_number(std::string_view digits, std::int64_t &into)
{
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
    return failed == std::errc() && end == digits.data() + digits.size();
}

template <std::size_t size> bool read_hex(std::string_view hex, std::array<std::byte, size> &into)
{
    if (hex.size() != 2 * size) return false;
    for (std::size_t i = 0; i < size; i += vault::Key::size_bytes) {
        const auto part = vault::key_from_hex(hex.substr(2 * i, 2 * vault::Key::size_bytes));
        if (!part) return false;
        std::copy(part->bytes().begin(), part->bytes().end(),
                  into.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return true;
}

std::string slot_of(std::string text)
{
    if (text.size() > slot_bytes) {
        throw Failure({Errc::internal, "a signed end is longer than its slot", "", ""});
    }
    text.resize(slot_bytes, padding);
    return text;
}

} // namespace

std::string head_text(const RecordEnd &end, const SignHead &sign)
{
    std::string text(title);
    text += "\nevents " + std::to_string(end.head.sequence);
    text += "\nlink " + vault::to_hex(end.head.link);
    text += "\nsignature " + vault::to_hex(sign(end.head));
    text += "\ntime_ms " + std::to_string(end.time_ms);
    text += "\nwritten " + iso8601(end.time_ms) + '\n';
    return text;
}

std::optional<RecordEnd> end_of_text(const std::string &text, const vault::VerifyKey &key)
{
    std::string_view left = text;
    RecordEnd end;
    vault::Signature made{};
    const bool ours = text.starts_with(title) && take_line(left, title).empty() &&
                      read_number(take_line(left, "events "), end.head.sequence) &&
                      read_hex(take_line(left, "link "), end.head.link) &&
                      read_hex(take_line(left, "signature "), made) &&
                      read_number(take_line(left, "time_ms "), end.time_ms);
    if (!ours || !vault::verify(key, signed_head(end.head), made)) return std::nullopt;
    return end;
}

HeadFile::HeadFile(std::string path, const vault::VerifyKey &key) : path_(std::move(path))
{
    const auto text = os::read_private_file(path_);
    if (!text) {
        condition_ = text.error();
        return;
    }
    for (int slot = 0; slot < slots; ++slot) {
        const auto at = static_cast<std::size_t>(slot) * slot_bytes;
        take(at < text->size() ? text->substr(at, slot_bytes) : "", slot, key);
    }
    if (!end_ && condition_) altered(text->empty() ? "it is empty" : "no end is in it");
}

void HeadFile::take(const std::string &slot, int number, const vault::VerifyKey &key)
{
    const bool blank = slot.find_first_not_of(blank_bytes) == std::string::npos;
    const auto end = end_of_text(slot, key);
    if (!end && !blank)
        altered("its " + std::string(number == 0 ? "first" : "second") +
                " end is not a signed one");
    if (!end || (end_ && end->head.sequence < end_->head.sequence)) return;
    end_ = end;
    older_slot_ = (number + 1) % slots;
}

void HeadFile::altered(const std::string &how)
{
    condition_ = Error{Errc::tampered,
                       "the file record.head was altered or is incomplete (" + how + ")", "", ""};
}

Result<void> HeadFile::write(const RecordEnd &end, const std::string &text)
{
    const auto at = older_slot_ * static_cast<std::int64_t>(slot_bytes);
    if (auto written = os::write_in_place(path_, at, slot_of(text)); !written) return written;
    end_ = end;
    older_slot_ = (older_slot_ + 1) % slots;
    unsynced_ = true;
    return {};
}

Result<void> HeadFile::sync()
{
    if (!unsynced_) return {};
    auto synced = os::sync_file(path_);
    unsynced_ = !synced;
    return synced;
}

Result<void> HeadFile::replace(const RecordEnd &end, const std::string &text)
{
    const std::string blank(slot_bytes, padding);
    auto written = os::write_private_file(path_, slot_of(text) + blank);
    if (!written) return written;
    end_ = end;
    older_slot_ = 1;
    return {};
}

} // namespace mvr::store
