#include "store/scan.hpp"

#include "store/database.hpp"

#include <optional>

namespace mvr::store {
namespace {

/// What a good row yields, or what is wrong with it.
struct Checked {
    vault::Bytes plain;
    std::string damage;
};

Checked check(SQLite::Database &db, KeyRing &keys, const Head &before, const Row &row)
{
    if (row.sequence != before.sequence + 1) return {{}, "events are missing before it"};
    if (row.hash != link_of(row, before.hash)) return {{}, "its hash does not continue the chain"};
    const auto key = keys.key_for(db, row.pseudonym);
    if (!key) return {{}, key.error().message};
    auto plain = vault::open(**key, seal_context(row, before.hash), row.sealed);
    if (!plain) return {{}, plain.error().message};
    return {*std::move(plain), ""};
}

} // namespace

Scan scan(SQLite::Database &db, KeyRing &keys, const Head &start, const VisitRow &visit)
{
    Scan result{start, ""};
    std::optional<SQLite::Statement> statement;
    while (true) {
        Row row;
        Checked checked;
        try { // around the reading alone: what `visit` throws is not this file's damage
            if (!statement) {
                statement.emplace(db, select_rows);
                statement->bind(1, start.sequence + 1);
            }
            if (!statement->executeStep()) return result;
            row = row_of(*statement);
            checked = check(db, keys, result.head, row);
        } catch (const SQLite::Exception &exception) {
            if (!says_damaged(exception)) throw;
            checked.damage = exception.what();
        }
        if (!checked.damage.empty()) {
            result.damage = checked.damage;
            return result;
        }
        visit(row, checked.plain);
        result.head = {row.sequence, row.hash};
    }
}

} // namespace mvr::store
