#pragma once

#include "store/format1.hpp"
#include "store/sqlite_file.hpp"

#include <map>
#include <string>

namespace mvr::store {

/// What the seal of a row of format 1 is bound to: its columns and the whole history before it.
std::string context_of(const RowV1 &row, const vault::Hash &previous);

/// Its link in the chain of format 1.
vault::Hash link_of_v1(const RowV1 &row, std::span<const std::byte> sealed,
                       const vault::Hash &previous);

/// The keys of format 1, all of which follow from the vault's key or are wrapped under it.
class KeysV1 {
  public:
    /// Unwraps every learner's key in `db`. Throws SQLite::Exception.
    KeysV1(const vault::Key &vault_key, SQLite::Database &db);

    /// The key of this pseudonym's events, or null.
    const vault::Key *of(const std::string &pseudonym) const;
    const vault::Key &meta() const { return meta_; }
    bool any() const { return !learners_.empty(); }

  private:
    vault::Key wrapping_;
    vault::Key no_learner_;
    vault::Key meta_;
    std::map<std::string, vault::Key> learners_;
};

/// Tells one vault key from another.
std::string fingerprint_of(const vault::Key &vault_key);

} // namespace mvr::store
