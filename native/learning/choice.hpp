#pragma once

// For the sources of this module only: enumerations and their texts, one table for both directions.

#include "support/excerpt.hpp"
#include "support/result.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace mvr::learning {

/// The enumerators in order of their value.
template <std::size_t N> using Texts = std::array<std::string_view, N>;

template <class Enum, std::size_t N> std::string_view text_of(Enum value, const Texts<N> &texts)
{
    return texts.at(static_cast<std::size_t>(value));
}

template <class Enum, std::size_t N>
Result<Enum> choice_from(std::string_view text, const Texts<N> &texts, std::string_view what)
{
    for (std::size_t i = 0; i < N; ++i)
        if (texts[i] == text) return static_cast<Enum>(i);
    std::string allowed;
    for (const std::string_view each : texts)
        allowed.append(allowed.empty() ? "" : ", ").append(each);
    return Error{Errc::invalid_argument,
                 quoted_excerpt(text, '"').append(" is not a ").append(what) + ".", "",
                 "Use one of: " + allowed + "."};
}

} // namespace mvr::learning
