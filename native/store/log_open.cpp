#include "store/damage.hpp"
#include "store/log.hpp"
#include "store/log_parts.hpp"
#include "store/recovery.hpp"
#include "store/wal_check.hpp"

#include "support/log.hpp"

namespace mvr::store {
namespace {

Result<vault::Key> key_of(const RecordFiles &files)
{
    auto text = os::read_private_file(files.key());
    if (!text && text.error().code == Errc::not_found) {
        if (files.any_record()) {
            return Error{Errc::unauthorized,
                         "the record's key file '" + files.key() + "' is missing", "",
                         "Put vault.key back from a backup, or choose another folder."};
        }
        auto key = vault::random_key();
        const auto hex = vault::to_hex(key.bytes());
        if (auto written = os::write_private_file(files.key(), hex); !written)
            return written.error();
        return key;
    }
    if (!text) return text.error();
    auto key = vault::key_from_hex(*text);
    if (!key) {
        return Error{Errc::unauthorized, "the key file '" + files.key() + "' is damaged", "",
                     "Put vault.key back from a backup, or choose another folder."};
    }
    return key;
}

/// A file that is sound, open; or what is wrong with it.
struct Sound {
    std::unique_ptr<SQLite::Database> db;
    Scan found;
};

Result<Sound> open_sound(const std::string &path, KeyRing &keys)
{
    // SQLite takes an empty file for a new database, and throws its write-ahead file away.
    if (size_bytes(path) == 0) return Sound{nullptr, {Head{}, "the file is empty"}};
    const std::string wal = wal_problem(path + "-wal");
    return guarded(path, [&]() -> Result<Sound> {
        try {
            auto db = open_database(path);
            auto found = examine(*db, keys);
            if (!found) return found.error();
            if (found->damage.empty()) found->damage = wal;
            return Sound{std::move(db), *found};
        } catch (const SQLite::Exception &exception) {
            if (!says_damaged(exception)) throw;
            return Sound{nullptr, {Head{}, exception.what()}};
        }
    });
}

/// The first half of a recovery: a complete new record, then the damaged one out of its way.
Result<OpenReport> replace_damaged(const RecordFiles &files, const vault::Key &key,
                                   const Clock &clock, const std::string &source,
                                   const std::string &kept_as, const std::string &damage)
{
    const auto last_good = recover(files, key, clock, source, kept_as, damage);
    if (!last_good) return last_good.error();
    if (auto moved = move_database(files.database(), kept_as); !moved) return moved.error();
    if (auto moved = move_database(files.fresh(), files.database()); !moved) return moved.error();
    log_warning("the record was damaged at event " + std::to_string(*last_good + 1) + ": " +
                damage);
    return OpenReport{files.database(), *last_good + 1, true, *last_good + 1, damage, kept_as};
}

/// Sees to it that there is a database: a new one, or the end of a recovery that was cut off.
Result<OpenReport> provide_database(const RecordFiles &files, const vault::Key &key,
                                    const Clock &clock)
{
    OpenReport report;
    report.path = files.database();
    if (exists(files.database())) return report;
    const auto aside = files.latest_damaged();
    // What SQLite left beside a file that is gone must not meet a new one.
    if (auto moved = move_database(files.database(), aside.value_or(files.damaged(clock())));
        !moved) {
        return moved.error();
    }
    if (aside) {
        return replace_damaged(files, key, clock, *aside, *aside, "a recovery was interrupted");
    }
    KeyRing keys(key);
    if (auto made = make_empty(files, keys); !made) return made.error();
    if (auto moved = move_database(files.fresh(), files.database()); !moved) return moved.error();
    return report;
}

Result<Sound> open_or_recover(const RecordFiles &files, const vault::Key &key, const Clock &clock,
                              KeyRing &keys, OpenReport &report)
{
    auto sound = open_sound(files.database(), keys);
    if (!sound || sound->found.damage.empty()) return sound;
    sound->db.reset(); // closed before its file is copied and moved
    const auto replaced = replace_damaged(files, key, clock, files.database(),
                                          files.damaged(clock()), sound->found.damage);
    if (!replaced) return replaced.error();
    report = *replaced;
    keys.forget();
    auto fresh = open_sound(files.database(), keys);
    if (fresh && !fresh->found.damage.empty()) {
        return Error{Errc::storage_unavailable, "the recovered record is damaged again", "",
                     "Check the disk, or choose another folder in the preferences."};
    }
    return fresh;
}

} // namespace

Result<EventLog::Opened> EventLog::open(const std::string &folder, const Clock &clock)
{
    if (auto made = os::make_private_folder(folder); !made) return made.error();
    const RecordFiles files(folder);
    auto lock = os::lock_file(files.lock());
    if (!lock) return lock.error();
    files.remove_unfinished();
    const auto key = key_of(files);
    if (!key) return key.error();
    auto report = provide_database(files, *key, clock);
    if (!report) return report.error();
    if (auto made = os::make_private(files.database()); !made) return made.error();

    KeyRing keys(*key);
    auto sound = open_or_recover(files, *key, clock, keys, *report);
    if (!sound) return sound.error();
    checkpoint_on_close(*sound->db, true);
    report->events = sound->found.head.sequence;
    auto parts = std::make_unique<LogParts>(files.database(), clock, std::move(keys),
                                            std::move(sound->db), sound->found.head);
    parts->lock = *std::move(lock);
    return Opened{std::unique_ptr<EventLog>(new EventLog(std::move(parts))), *std::move(report)};
}

} // namespace mvr::store
