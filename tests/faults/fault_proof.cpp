// The faults themselves: on bare SQLite they must do what they say.

#include "power.hpp"
#include "sorts.hpp"

#include <fstream>

#include <SQLiteCpp/SQLiteCpp.h>

namespace mvr::faults {
namespace {

constexpr int rows = 20;

/// Commits rows until the power is lost, and says how many committed ones are gone then.
int lost_rows(const std::string &path, const std::string &synchronous, std::int64_t at)
{
    std::ofstream told(path + ".told"); // in the order in which the commits came back
    run_until_power_is_lost(at, 0.0, 1, [&] {
        SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = " +
            synchronous + "; CREATE TABLE t(x)");
        for (int i = 0; i < rows; ++i) {
            db.exec("INSERT INTO t VALUES (randomblob(300))");
            told << '.' << std::flush;
        }
    });
    const auto committed = static_cast<int>(std::filesystem::file_size(path + ".told"));
    SQLite::Database db(path);
    return committed - (db.tableExists("t") ? db.execAndGet("SELECT count(*) FROM t").getInt() : 0);
}

} // namespace

void test_the_faults(Campaign &campaign)
{
    for (std::int64_t at = 20; at <= 55; at += 5) {
        const std::string place = " with power lost at " + std::to_string(at);
        const int kept = lost_rows(campaign.fresh("bare") + "/full", "FULL", at);
        campaign.tally.point("bare SQLite, FULL," + place,
                             kept <= 0 ? std::vector<std::string>{}
                                       : std::vector<std::string>{"committed rows are lost"});
        const int lost = lost_rows(campaign.fresh("bare") + "/normal", "NORMAL", at);
        campaign.tally.point(
            "bare SQLite, NORMAL," + place,
            lost > 0 ? std::vector<std::string>{}
                     : std::vector<std::string>{"nothing is lost: the fault does not bite"});
    }
    campaign.tally.line("the faults themselves");
}

} // namespace mvr::faults
