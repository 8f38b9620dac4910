#include "store/damage.hpp"

#include "store/database.hpp"

namespace mvr::store {
namespace {

/// The value of `read()`, or `fallback` where the file is too broken to tell.
template <class T, class Read> T readable_or(T fallback, Read read)
{
    try {
        return read();
    } catch (const SQLite::Exception &exception) {
        if (!says_damaged(exception)) throw;
        return fallback;
    }
}

void no_visit(const Row &, std::span<const std::byte>) {}

/// Does our key open anything in here? One good answer is proof; without any, a file that has
/// events or a fingerprint is another key's, and not damaged.
bool is_ours(SQLite::Database &db, KeyRing &keys, const Head &good, const std::string &fingerprint)
{
    if (good.sequence > 0 || fingerprint == keys.fingerprint()) return true;
    const auto format = readable_or(vault::Bytes(), [&] { return meta(db, "format"); });
    if (open_format(format, keys.meta_key())) return true;
    if (readable_or(false, [&] { return keys.opens_any(db); })) return true;
    const bool has_events = readable_or(
        false, [&] { return SQLite::Statement(db, "SELECT 1 FROM events LIMIT 1").executeStep(); });
    return fingerprint.empty() && !has_events;
}

std::string meta_damage(SQLite::Database &db, KeyRing &keys, const Head &last,
                        const std::string &fingerprint)
{
    if (fingerprint != keys.fingerprint()) return "the key check was altered";
    const auto head = open_head(meta(db, "head"), keys.meta_key());
    if (!head) return "the sealed end of the record was altered";
    if (head->sequence > last.sequence) return "events are missing at the end";
    if (head->sequence != last.sequence || head->hash != last.hash) {
        return "the sealed end of the record is not the end of the events";
    }
    return "";
}

} // namespace

Result<Scan> examine(SQLite::Database &db, KeyRing &keys)
{
    const auto fingerprint = readable_or(
        std::string(), [&] { return std::string(vault::as_text(meta(db, "fingerprint"))); });
    const auto version = open_format(
        readable_or(vault::Bytes(), [&] { return meta(db, "format"); }), keys.meta_key());
    if (version && *version > format_version) {
        return Error{Errc::unsupported, "the record was written by a newer version", "",
                     "Update Malloc VR, or choose another folder in the preferences."};
    }
    Scan found = scan(db, keys, Head{}, no_visit);
    if (!is_ours(db, keys, found.head, fingerprint)) {
        return Error{Errc::unauthorized, "the key file does not belong to this record", "",
                     "Put back the vault.key that was made with it, or choose another folder."};
    }
    if (!found.damage.empty()) return found;
    found.damage = readable_or(std::string("its structure is broken"), [&] {
        auto problem = structure_problem(db);
        if (!problem.empty()) return problem;
        if (!version) return std::string("its format mark was altered");
        return meta_damage(db, keys, found.head, fingerprint);
    });
    return found;
}

} // namespace mvr::store
