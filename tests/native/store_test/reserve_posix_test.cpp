// A disk that fills up, and the space that was kept for that day. Without a twin: it mounts a small
// disk, which wine cannot; what is done when a disk is full is the same code on Windows.

#include "vault_folder.hpp"

#include "full_disk.hpp"

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace mvr;
using namespace mvr::store;

namespace {

const std::vector<std::string> learners{"ada", "ben", ""};

/// Fills the disk of `folder` but for `left` bytes.
void fill_disk(const std::string &folder, std::uintmax_t left)
{
    std::ofstream file(folder + "/filling", std::ios::binary);
    const std::string block(4096, 'x');
    while (std::filesystem::space(folder).available > left) {
        if (!file.write(block.data(), 4096).flush()) break;
    }
}

/// What a child process on a full disk of its own found: 0, or the number of what went wrong.
int on_a_small_disk(const std::string &folder)
{
    const int spaces = CLONE_NEWNS | (::geteuid() == 0 ? 0 : CLONE_NEWUSER);
    if (::unshare(spaces) != 0 ||
        ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=32m,mode=0700") != 0) {
        return 100;
    }
    Recording recording(folder, options([] { return TimeMs{1'770'000'000'000}; }));
    const std::string reserve = folder + "/reserve";
    if (!std::filesystem::exists(reserve)) return 1;
    fill_disk(folder, 0);
    int written = 0;
    while (written < 5'000 && recording.write(learners, 1))
        ++written;
    if (written == 5'000) return 2; // it never got full
    if (written < 200) return 3;    // the reserve was not used
    if (std::filesystem::exists(reserve)) return 4;
    if (recording.write(learners, 1)) return 5; // still full
    if (read_back(*recording.vault).texts.size() != static_cast<std::size_t>(written)) return 6;
    std::filesystem::remove(folder + "/filling");
    if (!recording.write(learners, 1)) return 7;
    if (!recording.vault->store().checkpoint()) return 8;
    if (!std::filesystem::exists(reserve)) return 9; // taken again
    recording.vault.reset();
    const auto vault = open_in(folder);
    if (!vault->report().findings.empty()) return 10;
    return read_back(*vault).texts.size() == static_cast<std::size_t>(written) + 1 ? 0 : 11;
}

} // namespace

TEST_CASE("on a full disk the reserve is used up before anything is rejected",
          "[store][disk][reserve]")
{
    const RecordFolder folder;
    const pid_t child = ::fork();
    if (child == 0) ::_exit(on_a_small_disk(folder.path()));
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);

    INFO("100: this system does not let a process have a disk of its own");
    CHECK(WEXITSTATUS(status) == 0);
}

TEST_CASE("a disk that fills up at any byte loses nothing that was acknowledged",
          "[store][disk][reserve]")
{
    int rejected = 0;
    for (rlim_t more = 0; more < 60'000; more += 700) {
        CAPTURE(more);
        const RecordFolder folder;
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 3));
        const auto used = std::filesystem::file_size(folder.file("record-v2.sqlite-wal"));
        std::int64_t acknowledged = 3;
        {
            const FullDisk full(used + more);
            for (int i = 0; i < 3; ++i) {
                const auto written = recording.write(learners, 9);
                if (written) {
                    acknowledged += 9;
                } else {
                    CHECK(written.error().code == Errc::storage_unavailable);
                    CHECK_FALSE(written.error().remedy.empty());
                    ++rejected;
                }
            }
            CHECK(read_back(*recording.vault).texts == expected_texts(learners, acknowledged));
        }
        REQUIRE(recording.write(learners, 2));
        acknowledged += 2;
        CHECK(read_back(*recording.vault).texts == expected_texts(learners, acknowledged));
        recording.vault.reset();
        const auto vault = open_in(folder.path());
        CHECK(vault->report().findings.empty());
        CHECK(read_back(*vault).texts == expected_texts(learners, acknowledged));
    }
    CHECK(rejected > 20);
}

TEST_CASE("a record cannot be begun on a full disk, and nothing half-made is in the way later",
          "[store][disk]")
{
    for (rlim_t limit = 0; limit < 120'000; limit += 3'000) {
        CAPTURE(limit);
        const RecordFolder folder;
        {
            const FullDisk full(limit);
            const auto opened = open_vault(folder.path(), options());
            if (!opened) CHECK(opened.error().code == Errc::storage_unavailable);
        }
        Recording recording(folder.path());
        REQUIRE(recording.write(learners, 2));
        CHECK(read_back(*recording.vault).texts == expected_texts(learners, 2));
    }
}
