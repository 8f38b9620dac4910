#pragma once

#include "mcp/typed_tool.hpp"

#include <string>
#include <tuple>

/// The argument of a tool that takes none.
struct Nothing {};

/// The answer of a tool that gives one text.
struct Named {
    std::string name;
};

template <> struct mvr::Description<Nothing> {
    static constexpr std::tuple<> members{};
};
template <> struct mvr::Description<Named> {
    static constexpr std::tuple members{Member{"name", &Named::name, ""}};
};

/// The first line of every connection.
constexpr auto initialize =
    R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25"}})";
