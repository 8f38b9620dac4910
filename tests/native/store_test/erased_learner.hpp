#pragma once

// For the tests of erasure: fifty learners, and what is left of one in any file.

#include "test_folder.hpp"
#include "vault_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mvr::store::test {

inline std::vector<std::string> fifty()
{
    std::vector<std::string> names;
    for (int i = 0; i < 50; ++i)
        names.push_back(std::string("learner-").append(std::to_string(i)).append("@example.org"));
    return names;
}

inline vault::Bytes to_bytes(std::string_view text)
{
    const auto bytes = vault::as_bytes(text);
    return {bytes.begin(), bytes.end()};
}

/// Rows as they stand in the store, by stream.
inline std::map<Id, std::vector<SealedRow>> rows_by_stream(EventStore &store)
{
    std::map<Id, std::vector<SealedRow>> rows;
    REQUIRE(store.read(
        1, [&](const SealedRow &row, RowCondition) { rows[row.stream].push_back(row); }));
    return rows;
}

inline bool same(const std::vector<SealedRow> &one, const std::vector<SealedRow> &other)
{
    return std::ranges::equal(one, other, [](const SealedRow &a, const SealedRow &b) {
        return a.sequence == b.sequence && a.id == b.id && a.time_ms == b.time_ms &&
               a.sealed_hash == b.sealed_hash && a.link == b.link && a.mark == b.mark &&
               a.sealed == b.sealed;
    });
}

/// The files of the folder in which `bytes` stand.
inline std::vector<std::string> files_with(const RecordFolder &folder, std::string_view bytes)
{
    std::vector<std::string> found;
    for (const auto &entry : std::filesystem::directory_iterator(folder.path())) {
        if (content_of(entry.path().string()).find(bytes) != std::string::npos) {
            found.push_back(entry.path().filename().string());
        }
    }
    return found;
}

inline void alter(const std::string &path, std::size_t at)
{
    std::string content = content_of(path);
    content[at] = static_cast<char>(content[at] ^ 0x40);
    write_content(path, content);
}

/// Every string of 72 bytes in any file, tried as the wrapped key of this stream and learner.
inline bool some_key_opens(const RecordFolder &folder, const StreamRow &stream,
                           const vault::VaultKeys &keys)
{
    for (const auto &entry : std::filesystem::directory_iterator(folder.path())) {
        if (entry.path().filename() == "reserve") continue;
        const std::string content = content_of(entry.path().string());
        for (std::size_t at = 0; at + stream.wrapped.size() <= content.size(); ++at) {
            const auto bytes =
                to_bytes(std::string_view(content).substr(at, stream.wrapped.size()));
            if (opens(StreamRow{stream.id, stream.pseudonym, bytes}, keys)) return true;
        }
    }
    return false;
}

} // namespace mvr::store::test
