#include "disk_sorts.hpp"
#include "power.hpp"
#include "sorts.hpp"
#include "vault_judge.hpp"

#include <string_view>

namespace mvr::faults {
namespace {

using Kind = Fault::Kind;

constexpr std::int64_t reserve_bytes = 1 << 20;

/// The script's folder on the disk `root`: the record makes it itself.
std::string home_on(const std::string &root) { return root + "/record"; }

/// How many operations a run has that such a fault can concern.
std::int64_t points(Campaign &campaign, Kind kind)
{
    const std::string root = campaign.fresh("vault");
    FaultDisk disk(root);
    disk.arm({});
    VaultScript(home_on(root), campaign.seed).run();
    return disk.operations().of(kind);
}

std::vector<std::string> told_wrong(const Outcome &outcome, std::int64_t hit)
{
    std::vector<std::string> wrong;
    if (hit == 0) wrong.push_back("the fault did not happen: nothing was tested");
    if (!outcome.in_doubt.empty() && outcome.errors.empty())
        wrong.push_back("events were rejected without a word");
    for (const std::string &error : outcome.errors) {
        if (error.empty()) wrong.push_back("an error has no text");
    }
    return wrong;
}

void run_point(Campaign &campaign, const DiskSort &sort, std::int64_t at)
{
    const std::string root = campaign.fresh("vault");
    const std::string folder = home_on(root);
    Outcome outcome;
    std::int64_t hit = 0, freed = 0;
    {
        FaultDisk disk(root);
        Fault fault;
        fault.kind = sort.kind;
        fault.at = at;
        fault.stays = sort.stays;
        disk.arm(fault);
        outcome = VaultScript(folder, campaign.seed).run();
        hit = disk.operations().hit;
        freed = disk.freed();
    }
    auto wrong = told_wrong(outcome, hit);
    // The run is far smaller than the reserve, so where there was one nothing is rejected.
    const bool reserved = std::filesystem::exists(folder + "/reserve") || freed >= reserve_bytes;
    // (It is the store's alone: a spill file takes nothing of it.)
    if (sort.kind == Kind::disk_full && reserved && outcome.in_doubt.size() > outcome.not_spilled)
        wrong.push_back("events were rejected in spite of the reserve");
    // A write that stops in the middle leaves what a broken byte leaves: it may be reported as
    // that.
    const bool half_written = sort.kind == Kind::write_fails;
    const Allowance allowance{.may_report_damage = half_written, .half_written = half_written};
    for (std::string &sentence : differences(folder, outcome, allowance))
        wrong.push_back(std::move(sentence));
    campaign.tally.point(std::string(sort.name) + " at " + std::to_string(at), wrong);
}

} // namespace

void test_disk_faults(Campaign &campaign)
{
    for (const DiskSort &sort : disk_sorts) {
        const std::int64_t last = points(campaign, sort.kind);
        for (std::int64_t at = 1; at <= last; ++at) {
            if (campaign.mine()) run_point(campaign, sort, at);
        }
        campaign.tally.line(std::string(sort.name));
    }
}

void test_power_losses(Campaign &campaign)
{
    const std::int64_t last = points(campaign, Kind::power_loss);
    const Outcome whole = VaultScript(home_on(campaign.fresh("vault")), campaign.seed).run();
    const Shared<Progress> progress;
    for (const Kept &kept : leavings) {
        for (std::int64_t at = 1; at <= last; ++at) {
            if (!campaign.mine()) continue;
            const std::string root = campaign.fresh("vault");
            const std::string folder = home_on(root);
            *progress = {};
            const auto seed = campaign.seed + static_cast<std::uint64_t>(at);
            const bool lost = run_until_power_is_lost(root, {at, kept, seed}, [&] {
                VaultScript(folder, campaign.seed, &*progress).run();
            });
            const bool half = kept.bytes > 0.0; // as where a write stops in the middle
            auto wrong = differences(
                folder, cut_short(whole, *progress),
                {.may_report_damage = half, .may_lack_head = true, .half_written = half});
            if (!lost) wrong.push_back("the power was not lost: nothing was tested");
            campaign.tally.point("power lost at " + std::to_string(at) + ", " + words_of(kept),
                                 wrong);
        }
    }
    campaign.tally.line("power lost");
}

} // namespace mvr::faults
