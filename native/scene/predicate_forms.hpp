#pragma once

#include "scene/form.hpp"
#include "scene/from_selection.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::scene {

/// What an author has to know of one predicate.
struct PredicateForm {
    std::string_view name;           ///< the member of a condition that holds it
    std::string_view sentence;       ///< what must be so for it to hold
    std::string example;             ///< a whole condition, as JSON
    std::vector<FormMember> members; ///< empty where it holds a condition or a list of them
    std::optional<FromSelection> from_selection; ///< nothing where it is written as JSON alone
};

/// All predicates, in the order in which authors read of them. Thread: any.
const std::vector<PredicateForm> &predicate_forms();

/// The members, of any predicate, in which a condition names an object of the scene; once each.
/// Thread: any.
std::set<std::string> object_members();

} // namespace mvr::scene
