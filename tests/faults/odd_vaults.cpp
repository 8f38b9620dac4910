#include "sorts.hpp"
#include "vault_judge.hpp"

#include "vault/seal.hpp"

#include <algorithm>

namespace mvr::faults {
namespace {

using namespace mvr::store;
namespace fs = std::filesystem;

constexpr std::string_view database = "record-v2.sqlite";

std::vector<std::string> unless(bool holds, std::string sentence)
{
    return holds ? std::vector<std::string>{} : std::vector<std::string>{std::move(sentence)};
}

Result<std::unique_ptr<OpenedVault>> open_at(const std::string &folder, int event_catalog)
{
    return open_vault(folder, {[] { return TimeMs{1'750'000'000'000}; }, event_catalog, nullptr});
}

Result<void> append_one(OpenedVault &vault)
{
    auto keys = vault.keys();
    if (!keys) return keys.error();
    Sealer sealer(*std::move(keys), vault.store().head());
    PlainEvent event;
    event.id.fill(std::byte{0xaa});
    const std::string text = "an event";
    event.plain = vault::as_bytes(text);
    const SealedBatch batch = sealer.seal({&event, 1});
    return vault.store().append({batch.expected_last, batch.rows, batch.new_streams, {}});
}

bool reports(const VaultReport &report, Finding::Kind kind)
{
    return std::ranges::any_of(report.findings, [kind](const Finding &finding) {
        return finding.kind == kind && !finding.what.empty();
    });
}

/// What is reported at opening, if it opens.
std::vector<std::string> must_report(const std::string &folder, Finding::Kind kind)
{
    const auto opened = open_at(folder, 1);
    if (!opened) return {"it does not open: " + opened.error().message};
    return unless(reports((*opened)->report(), kind), "nothing says what is wrong");
}

void newer_version(Campaign &campaign)
{
    const std::string folder = campaign.fresh("newer");
    const Outcome outcome = VaultScript(folder, campaign.seed).fill(4);
    {
        auto newer = open_at(folder, 2);
        if (!newer || !append_one(**newer))
            return campaign.tally.point("a newer program", {"it cannot write"});
    }
    auto older = open_at(folder, 1);
    if (!older) return campaign.tally.point("a newer version's vault", {"it does not open"});
    OpenedVault &vault = **older;
    campaign.tally.point("a newer version's vault says that it is",
                         unless(!vault.report().read_only.empty(), "it does not say so"));
    const auto rejected = append_one(vault);
    campaign.tally.point("a newer version's vault is not written",
                         unless(!rejected && rejected.error().code == Errc::unsupported,
                                "it takes an event of an older program"));
    std::size_t present = 0;
    const auto read = vault.store().read(1, [&](const SealedRow &, RowCondition condition) {
        present += condition == RowCondition::present;
    });
    campaign.tally.point("a newer version's vault can be read",
                         unless(read && present == outcome.acknowledged.size() + 1,
                                "not all of its events are there"));
}

void without_head(Campaign &campaign)
{
    const std::string folder = campaign.fresh("headless");
    const Outcome outcome = VaultScript(folder, campaign.seed).fill(4);
    fs::remove(fs::path(folder) / "record.head");
    campaign.tally.point(
        "a vault without its head file says so",
        must_report(campaign.copy(folder, "headless-copy"), Finding::Kind::head_file));
    campaign.tally.point("a vault without its head file loses nothing",
                         differences(folder, outcome, {.may_report_damage = true}));
}

void copied_while_in_use(Campaign &campaign)
{
    const std::string folder = campaign.fresh("in-use");
    const std::string copy = (campaign.work / "in-use-copy").string();
    fs::remove_all(copy);
    const Outcome outcome = VaultScript(folder, campaign.seed).fill(8, copy);
    campaign.tally.point("a vault copied while in use holds everything",
                         differences(copy, outcome));
    campaign.tally.point("the vault that was copied goes on", differences(folder, outcome));
}

void put_back(Campaign &campaign)
{
    const std::string folder = campaign.fresh("put-back");
    VaultScript(folder, campaign.seed).fill(4);
    const std::string older = campaign.copy(folder, "put-back-older");
    {
        auto vault = open_at(folder, 1);
        if (!vault || !append_one(**vault))
            return campaign.tally.point("a vault put back", {"it does not go on before that"});
    }
    for (const auto &entry : fs::directory_iterator(folder)) {
        if (entry.path().filename().string().starts_with(database)) fs::remove(entry.path());
    }
    fs::copy_file(fs::path(older) / database, fs::path(folder) / database);
    campaign.tally.point("a database put back to an older state is noticed",
                         must_report(folder, Finding::Kind::rows_missing));
}

void cut_off(Campaign &campaign)
{
    const std::string folder = campaign.fresh("cut");
    const std::string copy = (campaign.work / "cut-copy").string();
    fs::remove_all(copy);
    const Outcome outcome = VaultScript(folder, campaign.seed).fill(8, copy);
    const fs::path wal = fs::path(copy) / (std::string(database) + "-wal");
    // The head as the orderly end of the record wrote it: it names events that the cut takes.
    fs::copy_file(fs::path(folder) / "record.head", fs::path(copy) / "record.head",
                  fs::copy_options::overwrite_existing);
    fs::resize_file(wal, fs::file_size(wal) / 2);
    campaign.tally.point(
        "a write-ahead file cut in half is noticed",
        differences(copy, outcome, {.may_report_damage = true, .cut_off_at_end = true}));
}

void deleted(Campaign &campaign)
{
    const std::string folder = campaign.fresh("deleted");
    VaultScript(folder, campaign.seed).fill(4);
    fs::remove(fs::path(folder) / database);
    const auto opened = open_at(folder, 1);
    campaign.tally.point("a deleted database is noticed, and none is made in its place",
                         unless(!opened && opened.error().code == Errc::tampered &&
                                    !fs::exists(fs::path(folder) / database),
                                "a new one was begun, or the texts are others"));
}

} // namespace

void test_odd_vaults(Campaign &campaign)
{
    newer_version(campaign);
    without_head(campaign);
    copied_while_in_use(campaign);
    put_back(campaign);
    cut_off(campaign);
    deleted(campaign);
    campaign.tally.line("odd vaults");
}

} // namespace mvr::faults
