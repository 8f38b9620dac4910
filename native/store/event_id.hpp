#pragma once

#include "store/sealed_row.hpp"

#include <string>
#include <string_view>

namespace mvr::store {

/// "01a2…-…" (36 characters, RFC 9562) as 16 bytes and back. Throws Failure for other text: ids are
/// made by `new_uuid`.
Id id_of(std::string_view uuid);
std::string id_text(const Id &id);

} // namespace mvr::store
