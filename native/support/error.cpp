#include "support/error.hpp"

#include <algorithm>
#include <array>

namespace mvr {
namespace {

constexpr std::array<ErrorKind, 14> kinds{{
    {Errc::invalid_argument, "VALIDATION_ERROR", "BadArgument", 400, false, true},
    {Errc::not_found, "RESOURCE_NOT_FOUND", "NotFound", 404, false, true},
    {Errc::conflict, "CONFLICT", "Conflict", 409, false, true},
    {Errc::unsupported, "UNSUPPORTED", "Unsupported", 501, false, false},
    {Errc::busy, "BLENDER_BUSY", "Busy", 503, true, false},
    {Errc::shutting_down, "SHUTTING_DOWN", "ShuttingDown", 503, true, false},
    {Errc::storage_unavailable, "STORAGE_UNAVAILABLE", "StorageUnavailable", 503, true, false},
    {Errc::locked, "VAULT_LOCKED", "Locked", 500, false, false},
    {Errc::tampered, "RECORD_TAMPERED", "Tampered", 500, false, false},
    {Errc::unauthorized, "INVALID_API_KEY", "Unauthorized", 401, false, false},
    {Errc::scope_required, "SCOPE_REQUIRED", "ScopeRequired", 403, false, false},
    {Errc::access_denied, "ACCESS_DENIED", "AccessDenied", 403, false, false},
    {Errc::limit_exceeded, "LIMIT_EXCEEDED", "LimitExceeded", 429, false, true},
    {Errc::internal, "SERVER_ERROR", "Internal", 500, true, false},
}};

constexpr bool stand_in_order()
{
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i].code != static_cast<Errc>(i)) return false;
    return static_cast<std::size_t>(Errc::internal) + 1 == kinds.size();
}
static_assert(stand_in_order(), "the table has one line for each code, in its order");

} // namespace

std::span<const ErrorKind> error_kinds() { return kinds; }

const ErrorKind &kind_of(Errc code) { return kinds[static_cast<std::size_t>(code)]; }

std::string_view client_code(Errc code) { return kind_of(code).client_code; }

Errc errc_from_client_code(std::string_view client_code)
{
    const auto found = std::ranges::find(kinds, client_code, &ErrorKind::client_code);
    return found == kinds.end() ? Errc::internal : found->code;
}

} // namespace mvr
