#pragma once

#include "scene/predicate.hpp"

#include <array>
#include <type_traits>
#include <variant>

namespace mvr::scene {

/// The names of all predicates, in the order in which authors read of them.
template <class... P> consteval auto predicate_names_of(std::type_identity<std::variant<P...>>)
{
    return std::array{P::name...};
}
inline constexpr auto predicate_names = predicate_names_of(std::type_identity<Predicate>{});

} // namespace mvr::scene
