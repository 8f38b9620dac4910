#pragma once

#include "vault/seal.hpp"

#include <map>
#include <string>
#include <string_view>

#include <SQLiteCpp/SQLiteCpp.h>

namespace mvr::store {

/// The vault's key and everything under it: one key per learner, wrapped in the table
/// `learner_keys`, and one for the events of no learner. Throws SQLite::Exception where a database
/// is asked. Thread: store.
class KeyRing {
  public:
    explicit KeyRing(const vault::Key &vault_key);

    std::string pseudonym(std::string_view learner) const;

    /// Tells one vault key from another and nothing of either.
    const std::string &fingerprint() const { return fingerprint_; }

    /// Seals what stands in `meta`.
    const vault::Key &meta_key() const { return meta_key_; }

    /// The key of this pseudonym's events ("" for those of no learner). Valid until the next call.
    /// Errors: Errc::not_found when the table has none; Errc::tampered when it does not open.
    Result<const vault::Key *> key_for(SQLite::Database &db, const std::string &pseudonym);

    /// As above, but makes a new one when the table has none.
    Result<const vault::Key *> key_or_new(SQLite::Database &db, const std::string &pseudonym);

    /// True when the table holds a key that this vault key opens.
    bool opens_any(SQLite::Database &db) const;

    /// Lets go of every unwrapped learner key: after a rolled-back transaction the table knows
    /// better.
    void forget() { learner_keys_.clear(); }

  private:
    const vault::Key *remember(const std::string &pseudonym, vault::Key key);

    vault::Key wrapping_key_;
    vault::Key pseudonym_key_;
    vault::Key no_learner_key_;
    vault::Key meta_key_;
    std::string fingerprint_;
    std::map<std::string, vault::Key> learner_keys_;
};

} // namespace mvr::store
