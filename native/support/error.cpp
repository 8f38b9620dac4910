#include "support/error.hpp"

namespace mvr {

std::string_view client_code(Errc code)
{
    switch (code) {
    case Errc::invalid_argument: return "VALIDATION_ERROR";
    case Errc::not_found: return "RESOURCE_NOT_FOUND";
    case Errc::conflict: return "CONFLICT";
    case Errc::unsupported: return "UNSUPPORTED";
    case Errc::busy: return "BLENDER_BUSY";
    case Errc::shutting_down: return "SHUTTING_DOWN";
    case Errc::storage_unavailable: return "STORAGE_UNAVAILABLE";
    case Errc::locked: return "VAULT_LOCKED";
    case Errc::tampered: return "RECORD_TAMPERED";
    case Errc::unauthorized: return "INVALID_API_KEY";
    case Errc::limit_exceeded: return "LIMIT_EXCEEDED";
    case Errc::internal: return "SERVER_ERROR";
    }
    return "SERVER_ERROR";
}

} // namespace mvr
