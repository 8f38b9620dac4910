#pragma once

#include "store/open_vault.hpp"
#include "store/sealer.hpp"
#include "test_folder.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace mvr::store {

inline OpenOptions options(Clock clock = ticking())
{
    OpenOptions made;
    made.clock = std::move(clock);
    return made;
}

inline std::unique_ptr<OpenedVault> open_in(const std::string &path, OpenOptions how = options())
{
    auto opened = open_vault(path, how);
    if (!opened) FAIL(opened.error().message);
    return *std::move(opened);
}

inline Id id_number(std::uint64_t number)
{
    Id id{};
    for (std::size_t i = 0; i < 8; ++i)
        id[i] = static_cast<std::byte>(number >> (8 * i));
    id[15] = std::byte{0x77};
    return id;
}

/// Text that says whose event this is and which, of a length that differs.
inline std::string saying(const std::string &learner, std::uint64_t number)
{
    return learner + " did number " + std::to_string(number) + " " +
           std::string(number * 37 % 300, 'x');
}

/// A vault as the ledger uses it: store, sealer, and what was acknowledged.
class Recording {
  public:
    explicit Recording(const std::string &path, OpenOptions how = options())
        : vault(open_in(path, std::move(how)))
    {
        auto keys = vault->keys();
        REQUIRE(keys);
        sealer.emplace(*std::move(keys), vault->store().head());
    }

    /// One commit of the next `count` events, of the learners in turn; the empty name is nobody.
    Result<void> write(const std::vector<std::string> &learners, int count)
    {
        std::vector<std::string> texts;
        std::vector<PlainEvent> events;
        const vault::VaultKeys names = vault->vault_keys();
        for (int i = 0; i < count; ++i) {
            const auto number = static_cast<std::uint64_t>(sealer->tail().sequence + 1 + i);
            texts.push_back(saying(learners[number % learners.size()], number));
        }
        for (int i = 0; i < count; ++i) {
            const auto number = static_cast<std::uint64_t>(sealer->tail().sequence + 1 + i);
            const std::string &learner = learners[number % learners.size()];
            PlainEvent event;
            if (!learner.empty()) event.learner = names.pseudonym(learner);
            event.id = id_number(number);
            event.time_ms = 1'770'000'000'000 + static_cast<TimeMs>(number);
            event.plain = vault::as_bytes(texts[static_cast<std::size_t>(i)]);
            events.push_back(event);
        }
        const SealedBatch batch = sealer->seal(events);
        return commit(batch);
    }

    Result<void> commit(const SealedBatch &batch, std::span<const Id> merged = {})
    {
        auto written =
            vault->store().append({batch.expected_last, batch.rows, batch.new_streams, merged});
        if (written) {
            sealer->written(sealer->tail().sequence);
        } else {
            sealer->rollback_to(vault->store().head());
        }
        return written;
    }

    std::unique_ptr<OpenedVault> vault;
    std::optional<Sealer> sealer;
};

struct ReadBack {
    std::map<std::int64_t, std::string> texts; ///< of what is present
    std::map<std::int64_t, RowCondition> conditions;
};

inline ReadBack read_back(OpenedVault &vault, std::int64_t from = 1)
{
    ReadBack all;
    auto keys = vault.keys();
    REQUIRE(keys);
    const auto read = vault.store().read(from, [&](const SealedRow &row, RowCondition condition) {
        CHECK(all.conditions.emplace(row.sequence, condition).second);
        if (condition != RowCondition::present) return;
        const auto plain = keys->unseal(row);
        REQUIRE(plain);
        all.texts[row.sequence] = vault::as_text(*plain);
    });
    REQUIRE(read);
    return all;
}

/// What `Recording::write` wrote as `first` to `last`.
inline std::map<std::int64_t, std::string> expected_texts(const std::vector<std::string> &learners,
                                                          std::int64_t last)
{
    std::map<std::int64_t, std::string> texts;
    for (std::int64_t i = 1; i <= last; ++i) {
        const auto number = static_cast<std::uint64_t>(i);
        texts[i] = saying(learners[number % learners.size()], number);
    }
    return texts;
}

/// Copies a folder as it lies there, whatever has its files open, but the file `without`.
inline void copy_folder(const std::string &from, const std::string &to,
                        const std::string &without = "")
{
    namespace fs = std::filesystem;
    for (const auto &entry : fs::directory_iterator(from)) {
        if (entry.path().filename() == without) continue;
        fs::copy_file(entry.path(), fs::path(to) / entry.path().filename(),
                      fs::copy_options::overwrite_existing);
    }
}

} // namespace mvr::store
