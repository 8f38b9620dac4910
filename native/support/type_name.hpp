#pragma once

#include <string_view>

namespace mvr {

/// The name of T as the compiler spells it, without its namespace. Lives as long as the program.
template <class T> constexpr std::string_view type_name()
{
#if defined(_MSC_VER) && !defined(__clang__)
    constexpr std::string_view whole = __FUNCSIG__;
    constexpr std::string_view before = "type_name<", after = ">(void)";
#else
    constexpr std::string_view whole = __PRETTY_FUNCTION__;
    constexpr std::string_view before = "T = ", after = ";]";
#endif
    const std::size_t begin = whole.find(before) + before.size();
    const std::string_view name = whole.substr(begin, whole.find_first_of(after, begin) - begin);
    return name.substr(name.rfind(':') + 1);
}

} // namespace mvr
