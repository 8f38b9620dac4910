// The faults themselves: on bare SQLite they must do what they say.

#include "power.hpp"
#include "sorts.hpp"

#include "support/os.hpp"

#include <fstream>
#include <stdexcept>

#include <SQLiteCpp/SQLiteCpp.h>

namespace mvr::faults {
namespace {

constexpr int rows = 20;

/// Commits rows until the power is lost, and says how many committed ones are gone then.
int lost_rows(const std::string &root, const std::string &synchronous, std::int64_t at)
{
    const std::string path = root + "/db";
    std::ofstream committed_log(root + ".committed"); // in the order in which the commits came back
    run_until_power_is_lost(root, {at, {}, 1}, [&] {
        SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = " +
            synchronous + "; CREATE TABLE t(x)");
        for (int i = 0; i < rows; ++i) {
            db.exec("INSERT INTO t VALUES (randomblob(300))");
            committed_log << '.' << std::flush;
        }
    });
    const auto committed = static_cast<int>(std::filesystem::file_size(root + ".committed"));
    SQLite::Database db(path);
    return committed - (db.tableExists("t") ? db.execAndGet("SELECT count(*) FROM t").getInt() : 0);
}

/// Whether a file that was synced and renamed is there after a loss of power under its new name;
/// the power goes at the operation after that.
bool keeps_name(const std::string &root, bool sync_folder)
{
    const std::int64_t before = sync_folder ? 5 : 4; // made, written, synced, renamed (, synced)
    run_until_power_is_lost(root, {before + 1, {}, 1}, [&] {
        if (!os::write_private_file(root + "/file", "its content"))
            throw std::runtime_error("no disk");
        if (sync_folder && !os::sync_name(root + "/file")) throw std::runtime_error("no disk");
        os::remove_quietly(root + "/file");
    });
    return std::filesystem::exists(root + "/file");
}

} // namespace

void test_the_faults(Campaign &campaign)
{
    for (std::int64_t at = 25; at <= 60; at += 5) {
        const std::string place = " with power lost at " + std::to_string(at);
        const int kept = lost_rows(campaign.fresh("bare"), "FULL", at);
        campaign.tally.point("bare SQLite, FULL," + place,
                             kept <= 0 ? std::vector<std::string>{}
                                       : std::vector<std::string>{"committed rows are lost"});
        const int lost = lost_rows(campaign.fresh("bare"), "NORMAL", at);
        campaign.tally.point(
            "bare SQLite, NORMAL," + place,
            lost > 0 ? std::vector<std::string>{}
                     : std::vector<std::string>{"nothing is lost: the fault does not bite"});
    }
    using Wrong = std::vector<std::string>;
    campaign.tally.point("a name whose folder was synced",
                         keeps_name(campaign.fresh("bare"), true) ? Wrong{} : Wrong{"is lost"});
    campaign.tally.point("a name whose folder was not synced",
                         keeps_name(campaign.fresh("bare"), false)
                             ? Wrong{"is kept: the fault does not bite"}
                             : Wrong{});
    campaign.tally.line("the faults themselves");
}

} // namespace mvr::faults
