#pragma once

#include "store/open_vault.hpp"

namespace mvr::store {

/// Grows with every kind of event and every version of one. A record in which a larger number was
/// used holds facts that this program does not know, and opens read-only.
int event_catalogue_number();

/// An event of format 1 in the form of format 2: its version, which stood beside the seal then,
/// stands inside now. The payload stays as it was.
vault::Bytes event_from_v1(const EventV1 &event);

} // namespace mvr::store
