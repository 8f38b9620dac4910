#pragma once

#include "support/json_view.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::mcp {

/// What a client says of itself: with each request in the modern era, once in a legacy handshake.
/// It is said and not proved: it opens nothing.
struct ClientInfo {
    std::string name; ///< empty where it did not say
    std::string version;
    bool elicits_by_form = false; ///< can ask its user for a few values
    bool elicits_by_url = false;  ///< can send its user to a page
    bool samples = false;         ///< can ask its model
    std::vector<std::string> extensions;

    bool has_extension(std::string_view id) const { return std::ranges::count(extensions, id) > 0; }
};

/// Where a modern request says it, in `_meta`.
inline constexpr std::string_view client_info_key = "io.modelcontextprotocol/clientInfo";
inline constexpr std::string_view client_capabilities_key =
    "io.modelcontextprotocol/clientCapabilities";

/// Reads an Implementation and a ClientCapabilities of the protocol; either may be missing.
ClientInfo read_client_info(JsonView implementation, JsonView capabilities);

/// "Claude Code 2.1" in one line, cut where it is long; "a client" where it did not say.
std::string display_name(const ClientInfo &client);

} // namespace mvr::mcp
