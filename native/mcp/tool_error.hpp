#pragma once

#include "support/describe.hpp"
#include "support/error.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mvr::mcp {

/// An error of a tool as clients read it.
struct ToolErrorDetails {
    std::optional<std::string> field;
    std::optional<std::string> remedy;
    std::optional<std::string> required_scope;
    std::optional<std::vector<std::string>> current_scopes;
};
struct ToolErrorBody {
    std::string code;
    std::string message;
    ToolErrorDetails details;
};
struct ToolError {
    ToolErrorBody error;
};

ToolError tool_error(const Error &error);

/// "message (field). remedy"
std::string to_sentence(const Error &error);

} // namespace mvr::mcp

namespace mvr {

template <> struct Description<mcp::ToolErrorDetails> {
    using T = mcp::ToolErrorDetails;
    static constexpr bool is_open = true; // later kinds of errors say more
    static constexpr std::tuple members{
        Member{"field", &T::field, ""},
        Member{"remedy", &T::remedy, ""},
        Member{"requiredScope", &T::required_scope, ""},
        Member{"currentScopes", &T::current_scopes, ""},
    };
};

template <> struct Description<mcp::ToolErrorBody> {
    using T = mcp::ToolErrorBody;
    static constexpr std::tuple members{
        Member{"code", &T::code, "What kind of error, for programs."},
        Member{"message", &T::message, "What is wrong, for people."},
        Member{"details", &T::details, ""},
    };
};

template <> struct Description<mcp::ToolError> {
    static constexpr std::tuple members{Member{"error", &mcp::ToolError::error, ""}};
};

} // namespace mvr
