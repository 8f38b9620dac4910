#include "store/format1_keys.hpp"

#include "vault/seal.hpp"

namespace mvr::store {

std::string context_of(const RowV1 &row, const vault::Hash &previous)
{
    return "events|" + std::to_string(row.sequence) + '|' + row.id + '|' +
           std::to_string(row.time_ms) + '|' + row.pseudonym + '|' + std::to_string(row.version) +
           '|' + std::string(vault::as_text(previous));
}

vault::Hash link_of_v1(const RowV1 &row, std::span<const std::byte> sealed,
                       const vault::Hash &previous)
{
    const std::string sequence = std::to_string(row.sequence);
    const std::string time = std::to_string(row.time_ms);
    const std::string version = std::to_string(row.version);
    return vault::link(previous,
                       {vault::as_bytes(sequence), vault::as_bytes(row.id), vault::as_bytes(time),
                        vault::as_bytes(row.pseudonym), vault::as_bytes(version), sealed});
}

KeysV1::KeysV1(const vault::Key &vault_key, SQLite::Database &db)
    : wrapping_(vault::derive(vault_key, "malloc-vr wrapping key")),
      no_learner_(vault::derive(vault_key, "malloc-vr events of no learner")),
      meta_(vault::derive(vault_key, "malloc-vr meta key"))
{
    SQLite::Statement rows(db, "SELECT pseudonym, wrapped FROM learner_keys");
    while (rows.executeStep()) {
        std::string name = rows.getColumn(0).getString();
        const auto wrapped = blob(rows.getColumn(1));
        auto key = vault::unwrap(wrapping_, "learner_keys|" + name, wrapped);
        if (key) learners_.emplace(std::move(name), *std::move(key));
    }
}

const vault::Key *KeysV1::of(const std::string &pseudonym) const
{
    if (pseudonym.empty()) return &no_learner_;
    const auto found = learners_.find(pseudonym);
    return found == learners_.end() ? nullptr : &found->second;
}

std::string fingerprint_of(const vault::Key &vault_key)
{
    return vault::to_hex(vault::derive(vault_key, "malloc-vr fingerprint").bytes().first(16));
}

} // namespace mvr::store
