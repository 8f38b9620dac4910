#include "mcp/legacy_session.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace mvr;
using namespace mvr::mcp;

TEST_CASE("session ids are visible ASCII, long and never the same", "[mcp][session]")
{
    SessionTable sessions;
    std::set<std::string> ids;

    for (int i = 0; i < 1000; ++i)
        ids.insert(sessions.create(legacy_revisions.front(), access::owner(), i)->id);

    CHECK(ids.size() == 1000);
    CHECK(ids.begin()->size() == 48);
    CHECK(ids.begin()->find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("ten thousand handshakes hold no more than the cap, and the newest work",
          "[mcp][session]")
{
    SessionTable sessions;
    std::string newest;
    std::string in_use = sessions.create(legacy_revisions.front(), access::owner(), 0)->id;

    for (TimeMs now = 1; now <= 10'000; ++now) {
        newest = sessions.create(legacy_revisions.front(), access::owner(), now)->id;
        REQUIRE(sessions.find(in_use, now));
    }

    CHECK(sessions.size() == SessionTable::most_sessions);
    CHECK(sessions.find(newest, 10'000));
}

TEST_CASE("a session ends when it is idle for too long, and not before", "[mcp][session]")
{
    SessionTable sessions;
    const std::string id = sessions.create(legacy_revisions.front(), access::owner(), 0)->id;

    CHECK(sessions.find(id, SessionTable::idle_limit));
    CHECK(sessions.find(id, 2 * SessionTable::idle_limit));
    CHECK_FALSE(sessions.find(id, 3 * SessionTable::idle_limit + 1));
    CHECK(sessions.size() == 0);
}

TEST_CASE("whose token has ended loses every session, and nobody else loses one", "[mcp][session]")
{
    SessionTable sessions;
    const Revision &revision = legacy_revisions.front();
    const auto namesake = access::principal_with("owner", {access::Role::tutor});
    const auto first = sessions.create(revision, access::owner(), 0);
    const auto second = sessions.create(revision, access::owner(), 0);
    const auto other = sessions.create(revision, namesake, 0);
    const auto call = std::make_shared<Call>();
    second->in_flight.begin("1", call);

    sessions.end_all_of(access::owner());

    CHECK_FALSE(sessions.find(first->id, 0));
    CHECK_FALSE(sessions.find(second->id, 0));
    CHECK(call->stop.stop_requested());
    CHECK(sessions.find(other->id, 0));
}
