#include "store/log.hpp"

#include "record_folder.hpp"

#include <fstream>
#include <set>

#include <sys/stat.h>

using namespace mvr;
using namespace mvr::store;

namespace {

unsigned mode_of(const std::string &path)
{
    struct stat info = {};
    REQUIRE(::stat(path.c_str(), &info) == 0);
    return info.st_mode & 0777u;
}

} // namespace

TEST_CASE("what was appended is read back, in order", "[store][log]")
{
    const RecordFolder folder;
    const auto log = open_log(folder);

    const auto appended = log->append(some_events(12));

    REQUIRE(appended);
    REQUIRE(appended->size() == 12);
    std::set<std::string> ids;
    for (std::size_t i = 0; i < appended->size(); ++i) {
        CHECK((*appended)[i].sequence == static_cast<std::int64_t>(i) + 1);
        CHECK((*appended)[i].payload["number"] == i + 1);
        ids.insert((*appended)[i].id);
    }
    CHECK(ids.size() == 12);
    CHECK(all_text(*log) == in_text(*appended));
    CHECK(log->last_sequence() == 12);
}

TEST_CASE("reading can start anywhere", "[store][log]")
{
    const RecordFolder folder;
    const auto log = open_log(folder);
    REQUIRE(log->append(some_events(9)));

    const auto [from, count] =
        GENERATE(table<int, std::size_t>({{-1, 9}, {0, 9}, {1, 9}, {2, 8}, {9, 1}, {10, 0}}));
    CAPTURE(from);

    const auto events = log->read_from(from);

    REQUIRE(events);
    REQUIRE(events->size() == count);
    if (count > 0) CHECK(events->back().sequence == 9);
}

TEST_CASE("a reopened record is the same record and goes on", "[store][log]")
{
    const RecordFolder folder;
    std::string before;
    {
        const auto log = open_log(folder);
        for (int i = 0; i < 5; ++i)
            REQUIRE(log->append(some_events(3)));
        before = all_text(*log);
    }

    auto opened = EventLog::open(folder.path(), ticking());

    REQUIRE(opened);
    CHECK(opened->report.events == 15);
    CHECK_FALSE(opened->report.damaged);
    CHECK(opened->report.path == folder.database());
    CHECK(all_text(*opened->log) == before);
    REQUIRE(opened->log->append(some_events(1)));
    const auto verified = opened->log->verify();
    REQUIRE(verified);
    CHECK(verified->intact);
    CHECK(verified->events == 16);
    CHECK(verified->head.size() == 64);
}

TEST_CASE("appending nothing changes nothing", "[store][log]")
{
    const RecordFolder folder;
    const auto log = open_log(folder);

    const auto appended = log->append({});

    REQUIRE(appended);
    CHECK(appended->empty());
    CHECK(log->last_sequence() == 0);
}

TEST_CASE("payloads come back to the last bit", "[store][log]")
{
    const RecordFolder folder;
    const auto log = open_log(folder);
    Json deep = "bottom";
    for (int i = 0; i < 62; ++i)
        deep = Json::array({deep}); // as deep as a client's JSON may be
    const NewEvent event{"performance_reported", 1, "ada",
                         Json{{"tenth", 0.1},
                              {"tiny", 5e-324},
                              {"minus zero", -0.0},
                              {"large", 9'007'199'254'740'993},
                              {"text", "ümläut \u2028 \"quoted\" \x01"},
                              {"deep", deep}}};

    REQUIRE(log->append({&event, 1}));

    const auto events = log->read_from(1);
    REQUIRE(events);
    CHECK(to_text(events->front().payload) == to_text(event.payload));
    CHECK(events->front().payload == event.payload);
}

TEST_CASE("the files show neither names nor content, and belong to the user alone", "[store][log]")
{
    const RecordFolder folder;
    const mode_t before = ::umask(0);
    const auto log = open_log(folder);
    REQUIRE(log->append(some_events(40)));
    ::umask(before);

    int files = 0;
    for (const auto &entry : std::filesystem::directory_iterator(folder.path())) {
        CAPTURE(entry.path().string());
        const std::string content = content_of(entry.path().string());
        for (const std::string secret :
             {"example.org", "ada@", "seat_the_gasket", "assessment_evaluated", "scene_authored"}) {
            CHECK(content.find(secret) == std::string::npos);
        }
        CHECK(mode_of(entry.path().string()) == 0600);
        ++files;
    }
    CHECK(files >= 4); // database, write-ahead file, key, lock
    CHECK(mode_of(folder.path()) == 0700);
}

TEST_CASE("a learner has one pseudonym in the record, and another in another vault", "[store][log]")
{
    const RecordFolder folder;
    const RecordFolder elsewhere;
    const auto log = open_log(folder);

    const auto appended = log->append(some_events(5));

    REQUIRE(appended);
    CHECK((*appended)[0].pseudonym == log->pseudonym("ada@example.org"));
    CHECK((*appended)[0].pseudonym == (*appended)[2].pseudonym);
    CHECK((*appended)[0].pseudonym != (*appended)[1].pseudonym);
    CHECK((*appended)[0].pseudonym.size() == 32);
    CHECK((*appended)[4].pseudonym.empty());
    CHECK(open_log(elsewhere)->pseudonym("ada@example.org") != log->pseudonym("ada@example.org"));
}

TEST_CASE("a second opening of the same record is refused and names the holder", "[store][log]")
{
    const RecordFolder folder;
    auto log = open_log(folder);

    const auto second = EventLog::open(folder.path(), ticking());

    REQUIRE_FALSE(second);
    CHECK(second.error().code == Errc::locked);
    CHECK(second.error().message.find(std::to_string(::getpid())) != std::string::npos);
    CHECK_FALSE(second.error().remedy.empty());
    log.reset();
    CHECK(EventLog::open(folder.path(), ticking()));
}

TEST_CASE("tidying empties the write-ahead file and loses nothing", "[store][log]")
{
    const RecordFolder folder;
    const auto log = open_log(folder);
    REQUIRE(log->append(some_events(20)));
    const std::string before = all_text(*log);
    REQUIRE(std::filesystem::file_size(folder.database() + "-wal") > 0);

    REQUIRE(log->maintain());

    CHECK(std::filesystem::file_size(folder.database() + "-wal") == 0);
    CHECK(all_text(*log) == before);
    REQUIRE(log->append(some_events(1)));
    CHECK(log->verify()->intact);
}
