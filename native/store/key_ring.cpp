#include "store/key_ring.hpp"

#include "store/rows.hpp"

#include "vault/pseudonym.hpp"

#include <utility>

namespace mvr::store {
namespace {

constexpr std::size_t unwrapped_at_once = 512; // guarded memory costs three mappings a key
constexpr std::string_view pseudonym_domain = "learner:";

std::string owner(const std::string &pseudonym) { return "learner_keys|" + pseudonym; }

} // namespace

KeyRing::KeyRing(const vault::Key &vault_key)
    : wrapping_key_(vault::derive(vault_key, "malloc-vr wrapping key")),
      pseudonym_key_(vault::derive(vault_key, "malloc-vr pseudonym key")),
      no_learner_key_(vault::derive(vault_key, "malloc-vr events of no learner")),
      meta_key_(vault::derive(vault_key, "malloc-vr meta key")),
      fingerprint_(
          vault::to_hex(vault::derive(vault_key, "malloc-vr fingerprint").bytes().first(16)))
{
}

std::string KeyRing::pseudonym(std::string_view learner) const
{
    return vault::pseudonym(pseudonym_key_, pseudonym_domain, learner);
}

Result<const vault::Key *> KeyRing::key_for(SQLite::Database &db, const std::string &pseudonym)
{
    if (pseudonym.empty()) return &no_learner_key_;
    if (const auto known = learner_keys_.find(pseudonym); known != learner_keys_.end()) {
        return &known->second;
    }
    SQLite::Statement row(db, "SELECT wrapped FROM learner_keys WHERE pseudonym = ?");
    row.bindNoCopy(1, pseudonym);
    if (!row.executeStep()) return Error{Errc::not_found, "a learner's key is missing", "", ""};
    auto key = vault::unwrap(wrapping_key_, owner(pseudonym), blob(row.getColumn(0)));
    if (!key) return Error{Errc::tampered, "a learner's key does not open", "", ""};
    return remember(pseudonym, *std::move(key));
}

Result<const vault::Key *> KeyRing::key_or_new(SQLite::Database &db, const std::string &pseudonym)
{
    auto known = key_for(db, pseudonym);
    if (known || known.error().code != Errc::not_found) return known;
    auto key = vault::random_key();
    const auto wrapped = vault::wrap(wrapping_key_, owner(pseudonym), key);
    SQLite::Statement insert(db, "INSERT INTO learner_keys(pseudonym, wrapped) VALUES (?, ?)");
    insert.bindNoCopy(1, pseudonym);
    insert.bindNoCopy(2, wrapped.data(), static_cast<int>(wrapped.size()));
    insert.exec();
    return remember(pseudonym, std::move(key));
}

bool KeyRing::opens_any(SQLite::Database &db) const
{
    SQLite::Statement row(db, "SELECT pseudonym, wrapped FROM learner_keys");
    while (row.executeStep()) {
        const auto name = owner(row.getColumn(0).getString());
        if (vault::unwrap(wrapping_key_, name, blob(row.getColumn(1)))) return true;
    }
    return false;
}

const vault::Key *KeyRing::remember(const std::string &pseudonym, vault::Key key)
{
    if (learner_keys_.size() >= unwrapped_at_once) learner_keys_.clear();
    return &learner_keys_.insert_or_assign(pseudonym, std::move(key)).first->second;
}

} // namespace mvr::store
