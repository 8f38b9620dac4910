#include "access/principal.hpp"

#include <catch2/catch.hpp>

using namespace mvr::access;

TEST_CASE("every scope has its own name, and is found by it", "[access]")
{
    for (std::size_t i = 0; i < scope_count; ++i) {
        const auto scope = static_cast<Scope>(i);
        CAPTURE(std::string(to_text(scope)));
        CHECK(scope_from_text(to_text(scope)) == scope);
    }
    CHECK_FALSE(scope_from_text("lessons:burn"));
}

TEST_CASE("a role has the scopes of the roles that it includes", "[access]")
{
    const ScopeSet learner = scopes_of(Role::learner);
    for (const Role role : {Role::tutor, Role::instructor}) {
        ScopeSet both = scopes_of(role);
        both |= learner;
        CHECK(both == scopes_of(role));
    }
    CHECK(scopes_of(Role::instructor).contains(Scope::admin_grading));
    CHECK_FALSE(learner.contains(Scope::lessons_write));
    CHECK(scopes_of(Role::author).contains(Scope::lessons_write));
    CHECK_FALSE(scopes_of(Role::author).contains(Scope::records_read));
    CHECK_FALSE(scopes_of(Role::manager).contains(Scope::records_read));
    CHECK(scopes_of(Role::admin) == ScopeSet::all());
}

TEST_CASE("no role beside admin, instructor and manager has what learners must not", "[access]")
{
    for (const Role role : {Role::learner, Role::tutor}) {
        for (const std::string &text : scopes_of(role).texts()) {
            CAPTURE(text);
            CHECK_FALSE(text.starts_with("admin:"));
            CHECK_FALSE(text.starts_with("manager:"));
            CHECK_FALSE(text.starts_with("analytics:"));
        }
    }
}

TEST_CASE("a principal of several roles has the scopes and the reach of all", "[access]")
{
    const auto both = principal_with("p", {Role::learner, Role::author});
    CHECK(both->scopes.contains(Scope::records_read));
    CHECK(both->scopes.contains(Scope::lessons_write));
    CHECK(both->reach == RecordsReach::own);
    CHECK(principal_with("p", {Role::tutor, Role::instructor})->reach == RecordsReach::all);
    CHECK(owner()->scopes == ScopeSet::all());
    CHECK(window()->scopes == ScopeSet::all());
}
