#pragma once

#include "store/open_vault.hpp"
#include "store/spilled_event.hpp"

#include <string>
#include <vector>

namespace mvr::store {

/// The events of learners in the vault of `folder`, and in the spill files beside it, that `own`
/// does not have, under the pseudonyms of `own`.
/// Errors: as `open_vault`; a folder without a key is an error, and none is made there.
Result<std::vector<SpilledEvent>> new_events_of(const std::string &folder, const OpenOptions &how,
                                                OpenedVault &own);

} // namespace mvr::store
