#pragma once

#include "support/json.hpp"

#include <string>

namespace mvr::mcp {

/// The words in which `validate` says what is wrong. All of them are short, whatever the value is.

/// "'path' <what>", with the path as the field.
Error wrong(const std::string &path, const std::string &what, std::string remedy);
Error unknown_member(const std::string &name, const Json &known, const std::string &path);

/// The path of a member of what stands at `path`.
std::string below(const std::string &path, const std::string &name);

/// "a string", "the number 7": what the value is.
std::string kind_of(const Json &value);
/// "a string or null": what the schema wants; "a value" if it names no type.
std::string expected(const Json &schema);
/// "from 5 to 180", from a schema that has at least one bound.
std::string range_text(const Json &schema);

/// The value as JSON, cut to a length that fits a sentence.
std::string shown(const Json &value);
/// Several of them, with commas.
std::string name_list(const Json &values);

} // namespace mvr::mcp
