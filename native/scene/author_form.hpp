#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace mvr::scene {

/// A number that an author gives.
struct NumberField {
    std::string member;
    std::string sentence;
    std::string unit_member = {}; ///< empty for a plain number
    std::string unit = {};        ///< as in JSON
    std::string unit_symbol = {}; ///< as people read it, "mm" or "°"
    double default_value = 0;
    double least = 0; ///< in the unit, as all numbers here; may be minus infinity
    double most = 0;  ///< may be infinity
    bool is_whole = false;
};

/// One of some texts.
struct ChoiceField {
    std::string member;
    std::string sentence;
    std::string default_value;
    std::vector<std::string> choices;
};

using FormField = std::variant<NumberField, ChoiceField>;
/// By the member's name.
using MemberValues = std::map<std::string, std::variant<double, std::string>, std::less<>>;

/// The form in which an author adds a predicate from the selected objects: what the predicate says
/// of that (`FromSelection`), with what its description says of each member.
struct AuthorForm {
    std::string_view predicate; ///< its name in a condition
    std::string_view label;
    std::string_view sentence;
    std::string_view selected_member; ///< empty where the active object is the only one
    std::string_view active_member;
    std::vector<FormField> fields;

    bool needs_selected() const { return !selected_member.empty(); }

    /// What the condition's member of the predicate's name holds, for these objects (`selected`
    /// counts only where it is needed). A field without a value takes its default. Whether the
    /// values fit is found by `compile`.
    MemberValues members(const std::string &selected, const std::string &active,
                         const MemberValues &values = {}) const;
};

/// Of all predicates that have one, in the order in which authors read of them. Throws Failure (a
/// programming error) where a predicate asks for a member that it does not describe as a number or
/// choice. Thread: any.
const std::vector<AuthorForm> &author_forms();

} // namespace mvr::scene
