#include "store/other_vault.hpp"

#include "store/event.hpp"
#include "store/spill.hpp"

#include <set>
#include <utility>

namespace mvr::store {

Result<std::vector<SpilledEvent>> new_events_of(const std::string &folder, const OpenOptions &how,
                                                OpenedVault &own)
{
    std::set<Id> here;
    auto read =
        own.store().read(1, [&](const SealedRow &row, RowCondition) { here.insert(row.id); });
    if (!read) return read.error();
    if (auto key = read_vault_keys(folder); !key) return key.error(); // else one would be made
    auto other = open_vault(folder, how);
    if (!other) return other.error();
    auto keys = (*other)->keys();
    if (!keys) return keys.error();
    SpillFolder beside(folder, (*other)->vault_keys());
    auto waiting = beside.collect((*other)->store());
    if (!waiting) return waiting.error();
    const vault::VaultKeys own_keys = own.vault_keys();
    std::vector<SpilledEvent> events;
    const auto take = [&](const Id &id, TimeMs time_ms, vault::Bytes plain) {
        const auto decoded = decode_event(vault::as_text(plain));
        if (!decoded || decoded->learner.empty() || !here.insert(id).second) return;
        events.push_back({own_keys.pseudonym(decoded->learner), id, time_ms, std::move(plain)});
    };
    read = (*other)->store().read(1, [&](const SealedRow &row, RowCondition condition) {
        if (condition != RowCondition::present) return;
        if (auto plain = keys->unseal(row)) take(row.id, row.time_ms, *std::move(plain));
    });
    if (!read) return read.error();
    for (SpilledEvent &event : *waiting)
        take(event.id, event.time_ms, std::move(event.plain));
    return events;
}

} // namespace mvr::store
