#pragma once

#include "access/role.hpp"
#include "access/scope.hpp"

#include <memory>
#include <string>
#include <vector>

namespace mvr::access {

/// Who makes a call. Immutable once made; shared by all calls of its connections.
struct Principal {
    std::string id; ///< of a learner, the learner's id
    std::vector<Role> roles;
    ScopeSet scopes;
    RecordsReach reach = RecordsReach::own;
};
using PrincipalPtr = std::shared_ptr<const Principal>;

/// The holder of the owner's token: every scope.
PrincipalPtr owner();

/// The person at Blender's window, for whom an operator calls: every scope.
PrincipalPtr window();

/// Somebody with the scopes of these roles.
PrincipalPtr principal_with(std::string id, std::vector<Role> roles);

} // namespace mvr::access
