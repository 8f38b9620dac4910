#include "access/principal.hpp"

#include <algorithm>
#include <utility>

namespace mvr::access {

PrincipalPtr principal_with(std::string id, std::vector<Role> roles)
{
    Principal made{std::move(id), std::move(roles), {}, RecordsReach::own};
    for (const Role role : made.roles) {
        made.scopes |= scopes_of(role);
        made.reach = std::max(made.reach, records_reach_of(role));
    }
    return std::make_shared<const Principal>(std::move(made));
}

PrincipalPtr owner()
{
    static const PrincipalPtr made = principal_with("owner", {Role::admin});
    return made;
}

PrincipalPtr window()
{
    static const PrincipalPtr made = principal_with("window", {Role::admin});
    return made;
}

} // namespace mvr::access
