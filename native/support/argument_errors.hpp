#pragma once

// The sentences in which the strict reader says what is wrong. All of them are short, whatever
// came.

#include "support/describe.hpp"
#include "support/error.hpp"
#include "support/json_path.hpp"
#include "support/json_view.hpp"

#include <span>
#include <string>
#include <string_view>

namespace mvr::argument_errors {

/// `expected` is "a string", "an integer", …
Error wrong_type(const JsonPath &path, std::string_view expected, JsonView found);
Error out_of_range(const JsonPath &path, JsonView found, const Bounds &bounds);
/// `unit` is "characters" or "items".
Error wrong_count(const JsonPath &path, std::size_t count, std::size_t least, std::size_t most,
                  std::string_view unit);
Error not_allowed(const JsonPath &path, JsonView found, std::span<const std::string_view> allowed);
Error not_constant(const JsonPath &path, JsonView found, std::string_view only);
Error missing(const JsonPath &path, std::string_view expected);
/// `path` is that of the object, and `known` the names that it may hold.
Error unknown_member(const JsonPath &path, std::string_view name,
                     std::span<const std::string_view> known);

} // namespace mvr::argument_errors
