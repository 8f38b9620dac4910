#pragma once

#include "mcp/tool.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace mvr::mcp {

/// The one revision of the modern era that is served.
inline constexpr std::string_view modern_version = "2026-07-28";

/// A revision of the legacy era, and what differs in it for us.
struct Revision {
    std::string_view date;
    ToolForm form;
    bool batches; ///< JSON-RPC arrays; removed in 2025-06-18
};

/// Newest first: the first is offered to a client that asks for something unknown.
inline constexpr std::array legacy_revisions = {
    Revision{"2025-11-25", ToolForm::structured, false},
    Revision{"2025-06-18", ToolForm::structured, false},
    Revision{"2025-03-26", ToolForm::annotated, true},
    Revision{"2024-11-05", ToolForm::plain, true},
};

/// Null for a date that is not one of them.
constexpr const Revision *find_legacy(std::string_view date)
{
    for (const Revision &one : legacy_revisions) {
        if (one.date == date) return &one;
    }
    return nullptr;
}

/// Whether `version` is a date of the modern era, served or not.
constexpr bool is_modern_date(std::string_view version)
{
    if (version.size() != modern_version.size()) return false;
    for (std::size_t i = 0; i < version.size(); ++i) {
        const bool dash = i == 4 || i == 7;
        if (dash ? version[i] != '-' : version[i] < '0' || version[i] > '9') return false;
    }
    return version >= modern_version;
}

} // namespace mvr::mcp
