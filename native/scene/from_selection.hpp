#pragma once

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace mvr::scene {

/// A number that the author is asked for.
struct AskedNumber {
    std::string_view member;    ///< of the predicate's description
    double value = 0;           ///< in `unit`, unless the author gives another
    std::string_view unit = {}; ///< as in JSON; empty for a plain number
    /// In `unit`; where less, though the description allows it, would make no sensible checkpoint.
    std::optional<double> least = {};
};

/// One of the texts that a member takes.
struct AskedChoice {
    std::string_view member; ///< of the predicate's description
    std::string_view value;  ///< unless the author gives another
};

using AskedMember = std::variant<AskedNumber, AskedChoice>;

/// How an author adds a predicate from the selected objects. What it says of a member is what the
/// description does not: the rest, such as limits and choices, is taken from there.
struct FromSelection {
    std::string_view label;    ///< in a menu, in title case
    std::string_view sentence; ///< beside it, without a full stop
    /// The member that holds the object that is selected beside the active one; empty where the
    /// active object is the only one.
    std::string_view selected_member = {};
    std::string_view active_member;      ///< the member that holds the active object
    std::vector<AskedMember> asked = {}; ///< in the order in which it is asked for
};

} // namespace mvr::scene
