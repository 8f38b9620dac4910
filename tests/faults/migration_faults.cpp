#include "power.hpp"
#include "sorts.hpp"

#include "store/open_vault.hpp"
#include "vault/seal.hpp"

#include <string>
#include <vector>

namespace mvr::faults {
namespace {

using namespace mvr::store;
namespace fs = std::filesystem;

OpenOptions options()
{
    return {
        [] { return TimeMs{1'760'000'000'000}; }, 1,
        [](const EventV1 &event) { return vault::Bytes(event.plain.begin(), event.plain.end()); }};
}

std::string old_vault(Campaign &campaign)
{
    return campaign.copy(fs::path(MALLOC_VR_TESTS_DIR) / "vaults" / "0.1.0", "old");
}

/// The ids and texts of all events, in order; empty when it does not open.
std::vector<std::string> events_of(const std::string &folder, std::string &problem)
{
    auto opened = open_vault(folder, options());
    if (!opened) {
        problem = opened.error().message;
        return {};
    }
    for (const Finding &finding : (*opened)->report().findings) {
        // Lost just before it was written: that it is missing is true, and costs nothing.
        if (finding.kind != Finding::Kind::head_file) problem += finding.what;
    }
    auto keys = (*opened)->keys();
    if (!keys) throw Failure(keys.error());
    std::vector<std::string> events;
    const auto read = (*opened)->store().read(1, [&](const SealedRow &row, RowCondition condition) {
        std::string event(vault::as_text(row.id));
        const auto plain = keys->unseal(row);
        event += condition == RowCondition::present && plain ? vault::as_text(*plain) : "lost";
        events.push_back(std::move(event));
    });
    if (!read) throw Failure(read.error());
    return events;
}

} // namespace

void test_migration(Campaign &campaign)
{
    std::string problem;
    std::int64_t last = 0;
    std::vector<std::string> expected;
    {
        const std::string folder = old_vault(campaign);
        FaultDisk disk(folder);
        disk.arm({});
        expected = events_of(folder, problem);
        last = disk.operations().of(Fault::Kind::power_loss);
    }
    if (!problem.empty() || expected.empty())
        return campaign.tally.point("migration", {"it does not go through: " + problem});
    for (std::int64_t at = 1; at <= last; ++at) {
        if (!campaign.mine()) continue;
        const std::string folder = old_vault(campaign);
        const Kept kept = leavings[static_cast<std::size_t>(at) % leavings.size()];
        run_until_power_is_lost(folder, {at, kept, campaign.seed}, [&] {
            std::string interrupted;
            static_cast<void>(events_of(folder, interrupted));
        });
        problem.clear();
        std::vector<std::string> wrong;
        if (events_of(folder, problem) != expected) wrong.push_back("its events are not the same");
        if (!problem.empty()) wrong.push_back(problem);
        campaign.tally.point("migration from 0.1.0 with power lost at " + std::to_string(at),
                             wrong);
    }
    campaign.tally.line("half-migrated vaults");
}

} // namespace mvr::faults
