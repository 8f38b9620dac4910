// The faults themselves: on bare SQLite they must do what they say.

#include "fault_vfs.hpp"
#include "sorts.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace mvr::faults {
namespace {

constexpr int rows = 20;

/// Commits rows until the power is lost, comes back, and says how many committed ones are gone.
int lost_rows(const std::string &path, const std::string &synchronous, std::int64_t at,
              std::mt19937_64 &random)
{
    FaultVfs vfs;
    int committed = 0;
    try {
        SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec(
            "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = " +
            synchronous + "; CREATE TABLE t(x)");
        vfs.arm({Fault::Kind::power_loss, at, true, nullptr});
        for (; committed < rows; ++committed)
            db.exec("INSERT INTO t VALUES (randomblob(300))");
    } catch (const SQLite::Exception &) {
        // The power is gone; what was committed before counts.
    }
    vfs.lose_power(0.0, random);
    SQLite::Database db(path);
    const int found = db.tableExists("t") ? db.execAndGet("SELECT count(*) FROM t").getInt() : 0;
    return committed - found;
}

} // namespace

void test_the_faults(Campaign &campaign)
{
    std::mt19937_64 random(campaign.seed);
    for (std::int64_t at = 5; at <= 40; at += 5) {
        const std::string place = " with power lost at " + std::to_string(at);
        const int kept = lost_rows(campaign.fresh("bare") + "/full", "FULL", at, random);
        campaign.tally.point("bare SQLite, FULL," + place,
                             kept <= 0 ? std::vector<std::string>{}
                                       : std::vector<std::string>{"committed rows are lost"});
        const int lost = lost_rows(campaign.fresh("bare") + "/normal", "NORMAL", at, random);
        campaign.tally.point(
            "bare SQLite, NORMAL," + place,
            lost > 0 ? std::vector<std::string>{}
                     : std::vector<std::string>{"nothing is lost: the fault does not bite"});
    }
    campaign.tally.line("the faults themselves");
}

} // namespace mvr::faults
