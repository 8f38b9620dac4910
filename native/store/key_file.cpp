#include "store/key_file.hpp"

#include "support/os.hpp"
#include "vault/chain.hpp"

#include <optional>

namespace mvr::store {
namespace {

constexpr std::size_t digits = 2 * vault::Key::size_bytes;
constexpr std::size_t check_bytes = 8;

/// Wiped on every way out.
struct Secret {
    std::string text;
    ~Secret() { vault::wipe(text); }
};

std::string check_of(const vault::Key &key)
{
    const auto hash = vault::hash_of(key.bytes());
    return vault::to_hex(std::span(hash).first(check_bytes));
}

constexpr std::size_t line_bytes = digits + 1 + 2 * check_bytes;

/// What stands in the file.
Secret lines_of(const vault::Key &key)
{
    const Secret hex{vault::to_hex(key.bytes())};
    Secret lines;
    lines.text.reserve(2 * (line_bytes + 1)); // no reallocation leaves a copy behind
    for (int line = 0; line < 2; ++line)
        lines.text.append(hex.text).append(" ").append(check_of(key)).append("\n");
    return lines;
}

Result<void> write(const VaultFiles &files, const vault::Key &key)
{
    auto written = os::write_private_file(files.key(), lines_of(key).text);
    return written ? os::sync_name(files.key()) : written;
}

std::optional<vault::Key> key_of_line(std::string_view line)
{
    auto key = vault::key_from_hex(line.substr(0, digits));
    if (!key) return std::nullopt;
    const bool old = line.size() == digits;
    if (!old && line.substr(digits) != std::string(" ").append(check_of(*key))) return std::nullopt;
    return *std::move(key);
}

Error broken(const VaultFiles &files)
{
    return {Errc::unauthorized, "the key file '" + files.key() + "' is damaged", "",
            "Put vault.key back from a backup, or choose another folder."};
}

} // namespace

Result<KeyFile> read_key_file(const VaultFiles &files)
{
    auto read = os::read_private_file(files.key());
    if (!read) return read.error();
    Secret text{*std::move(read)};
    const std::string_view all = text.text;
    if (all.size() == digits) {
        auto key = key_of_line(all);
        if (!key) return broken(files);
        return KeyFile{*std::move(key), false, false};
    }
    if (all.size() != 2 * (line_bytes + 1)) return broken(files);
    auto first = key_of_line(all.substr(0, line_bytes));
    auto second = key_of_line(all.substr(line_bytes + 1, line_bytes));
    if (!first && !second) return broken(files);
    KeyFile found{first ? *std::move(first) : *std::move(second), false, false};
    if (all != lines_of(found.key).text) {
        if (auto written = write(files, found.key); !written) return written.error();
        found.mended = true;
    }
    return found;
}

Result<KeyFile> read_or_make_key_file(const VaultFiles &files)
{
    auto found = read_key_file(files);
    if (found || found.error().code != Errc::not_found) return found;
    if (files.any_record()) {
        return Error{Errc::unauthorized, "the record's key file '" + files.key() + "' is missing",
                     "", "Put vault.key back from a backup, or choose another folder."};
    }
    KeyFile made{vault::random_key(), true, false};
    if (auto written = write(files, made.key); !written) return written.error();
    return made;
}

Result<void> write_key_file_v1(const VaultFiles &files, const vault::Key &key)
{
    Secret hex{vault::to_hex(key.bytes())};
    return os::write_private_file(files.key(), hex.text);
}

} // namespace mvr::store
