#pragma once

#include "access/scope.hpp"

#include <optional>
#include <string_view>

namespace mvr::access {

/// What a person or a program is here for.
enum class Role { learner, tutor, author, instructor, manager, admin };

std::string_view to_text(Role role);
std::optional<Role> role_from_text(std::string_view text);

/// The scopes of a role, with those of the roles that it includes. Thread: any.
ScopeSet scopes_of(Role role);

/// Whose records `records:read` and `records:write` reach; a wider one includes the narrower.
enum class RecordsReach {
    own,       ///< the learner that the principal is
    at_window, ///< … and the learner who works at Blender's window
    all,
};
RecordsReach records_reach_of(Role role);

} // namespace mvr::access
