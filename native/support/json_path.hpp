#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mvr {

/// Where a value stands in its document, as a chain to the root; costs nothing until it is asked
/// for.
struct JsonPath {
    const JsonPath *parent = nullptr;
    std::string_view name = {};
    std::size_t index = no_index; ///< of an item; then `name` says nothing

    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

    JsonPath member(std::string_view of) const { return {this, of, no_index}; }
    JsonPath item(std::size_t at) const { return {this, {}, at}; }

    /// "static_profile.goals[2]"; a name is cut to a length that fits a sentence.
    std::string text() const;
};

} // namespace mvr
