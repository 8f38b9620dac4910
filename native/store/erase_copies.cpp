#include "store/erase_copies.hpp"

#include "store/erase_rows.hpp"
#include "store/format1.hpp"
#include "support/os.hpp"
#include "support/utf8_path.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <fstream>
#include <string_view>

namespace mvr::store {
namespace {

/// Overwrites each place of `wanted` in the file, with `before` bytes in front of it and `behind`
/// bytes after it.
Result<void> overwrite(const std::string &path, std::string_view wanted, std::size_t before,
                       std::size_t behind)
{
    if (!file_exists(path)) return {};
    std::string content(static_cast<std::size_t>(file_bytes(path)), '\0');
    std::ifstream(utf8_path(path), std::ios::binary)
        .read(content.data(), static_cast<std::streamsize>(content.size()));
    bool found = false;
    for (auto at = content.find(wanted); at != content.npos; at = content.find(wanted, at + 1)) {
        const std::size_t first = at - std::min(at, before);
        const std::size_t last = std::min(content.size(), at + wanted.size() + behind);
        std::fill(content.begin() + static_cast<std::ptrdiff_t>(first),
                  content.begin() + static_cast<std::ptrdiff_t>(last), '\0');
        found = true;
    }
    return found ? os::write_private_file(path, content) : Result<void>();
}

Result<void> overwrite_all(const std::string &path, const StreamRow &stream)
{
    const std::string text = vault::to_hex(stream.pseudonym);
    for (const char *part : {"", "-wal"}) {
        const std::string file = path + part;
        // In front of the key stand stream and pseudonym.
        if (auto done = overwrite(file, vault::as_text(stream.wrapped), 32, 0); !done) return done;
        if (auto done = overwrite(file, vault::as_text(stream.pseudonym), 0, 0); !done) return done;
        // Format 1: the wrapped key stands behind the pseudonym.
        if (auto done = overwrite(file, text, 0, stream.wrapped.size()); !done) return done;
    }
    return {};
}

Result<void> erase_from(const std::string &path, const vault::Key &vault_key,
                        const StreamRow &stream, const Tombstone &tombstone)
{
    const std::string name = name_of(path);
    if (name.starts_with("record-v1.migrated")) {
        return remove_learner_format1(path, vault_key, vault::to_hex(stream.pseudonym));
    }
    if (name.starts_with("record-v2.kept")) {
        return guarded(path, [&]() -> Result<void> {
            const auto db = open_database(path);
            erase_in(*db, tombstone);
            return {};
        });
    }
    return overwrite_all(path, stream);
}

} // namespace

Result<void> erase_from_copies(const VaultFiles &files, const vault::Key &vault_key,
                               const StreamRow &stream, const Tombstone &tombstone)
{
    for (const std::string &path : files.copies()) {
        if (auto erased = erase_from(path, vault_key, stream, tombstone); !erased) return erased;
    }
    return {};
}

} // namespace mvr::store
