#include "access/role.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace mvr::access {
namespace {

using enum Scope;

struct RoleEntry {
    Role role;
    std::string_view text;
    std::vector<Role> includes;
    ScopeSet scopes; ///< beside those of the roles that it includes
    RecordsReach reach;
};

/// Sources: the academy's specification (learner, instructor, manager, admin), the simulator's
/// (simulator:*); tutor and author are this add-on's.
const std::array<RoleEntry, 6> &roles()
{
    static const std::array<RoleEntry, 6> table{
        RoleEntry{Role::learner,
                  "learner",
                  {},
                  {lessons_read,     records_read,        records_write,     simulator_run,
                   enrollments_read, enrollments_write,   materials_read,    chat_write,
                   bookings_read,    bookings_write,      certificates_read, skills_read,
                   skills_write,     resources_read,      resources_write,   paths_read,
                   paths_write,      learning_paths_read, community_read,    community_write,
                   assessments_read, assessments_write},
                  RecordsReach::own},
        RoleEntry{Role::tutor, "tutor", {Role::learner}, {}, RecordsReach::at_window},
        RoleEntry{Role::author,
                  "author",
                  {},
                  {lessons_read, lessons_write, simulator_author, materials_read, resources_read,
                   admin_catalog},
                  RecordsReach::own},
        RoleEntry{Role::instructor,
                  "instructor",
                  {Role::learner},
                  {simulator_control, admin_grading, admin_moderation, admin_cohorts},
                  RecordsReach::all},
        RoleEntry{Role::manager,
                  "manager",
                  {},
                  {manager_analytics, manager_reports, manager_reminders, skills_read, paths_read,
                   enrollments_read},
                  RecordsReach::own},
        RoleEntry{Role::admin, "admin", {}, ScopeSet::all(), RecordsReach::all},
    };
    return table;
}

const RoleEntry &entry(Role role) { return roles()[static_cast<std::size_t>(role)]; }

} // namespace

std::string_view to_text(Role role) { return entry(role).text; }

std::optional<Role> role_from_text(std::string_view text)
{
    const auto found = std::ranges::find(roles(), text, &RoleEntry::text);
    if (found == roles().end()) return std::nullopt;
    return found->role;
}

ScopeSet scopes_of(Role role)
{
    ScopeSet scopes = entry(role).scopes;
    for (const Role included : entry(role).includes)
        scopes |= scopes_of(included);
    return scopes;
}

RecordsReach records_reach_of(Role role) { return entry(role).reach; }

} // namespace mvr::access
