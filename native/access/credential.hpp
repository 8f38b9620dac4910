#pragma once

#include "access/principal.hpp"

#include <string>

namespace mvr::access {

/// A token and whom it stands for.
struct Credential {
    std::string token; ///< the secret itself: never logged, never written
    PrincipalPtr principal;
};

} // namespace mvr::access
