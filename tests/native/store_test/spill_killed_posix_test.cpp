// What a killed writer of spill files leaves; tests/kill kills one on every system.

#include "spilled_events.hpp"
#include "vault_folder.hpp"

#include "store/spill.hpp"

#include <sys/wait.h>
#include <unistd.h>

using namespace mvr;
using namespace mvr::store;
using namespace mvr::store::test;

TEST_CASE("a writer that is killed leaves what it heard is saved", "[store][spill]")
{
    const RecordFolder folder;
    Recording recording(folder.path());
    const auto keys = recording.vault->vault_keys();
    const pid_t child = ::fork();
    if (child == 0) {
        SpillWriter writer(folder.path(), keys.box.public_key());
        const bool saved = writer.append(std::vector{spilled(keys, "ada", 101, 1)}).has_value();
        ::_exit(saved ? 7 : 1); // without any tidying
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WEXITSTATUS(status) == 7);
    SpillFolder spills(folder.path(), recording.vault->vault_keys());

    CHECK(merge_once(recording, spills) == 1);
    CHECK(spill_files(folder).empty());
}
