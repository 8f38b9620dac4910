#include "sorts.hpp"
#include "vault_judge.hpp"

#include <fstream>
#include <iterator>
#include <random>

namespace mvr::faults {
namespace {

namespace fs = std::filesystem;

constexpr int batches = 8;
constexpr int sampled_one_in = 32;

std::string content_of(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Alters one byte after the other of one file of `intact`, and looks at a copy with it.
void alter_file(Campaign &campaign, const Outcome &outcome, const std::string &intact,
                const std::string &name, std::mt19937_64 &random)
{
    const std::string content = content_of(fs::path(intact) / name);
    for (std::size_t at = 0; at < content.size(); ++at) {
        const auto change = static_cast<char>(1 + random() % 255);
        if (!campaign.all && random() % sampled_one_in != 0) continue;
        if (!campaign.mine()) continue;
        const std::string folder = campaign.copy(intact, "altered");
        std::string altered = content;
        altered[at] = static_cast<char>(altered[at] ^ change);
        std::ofstream(fs::path(folder) / name, std::ios::binary | std::ios::trunc) << altered;
        campaign.tally.point(name + " byte " + std::to_string(at) + " ^ " +
                                 std::to_string(static_cast<unsigned char>(change)),
                             differences(folder, outcome, {.may_report_damage = true, .lost = 1}));
    }
}

} // namespace

void test_altered_bytes(Campaign &campaign)
{
    std::mt19937_64 random(campaign.seed);
    const std::string closed = campaign.fresh("closed");
    const std::string open = (campaign.work / "open").string(); // copied while it was open
    fs::remove_all(open);
    const Outcome outcome = VaultScript(closed, campaign.seed).fill(batches, open);
    for (const std::string name : {"record-v2.sqlite", "record.head", "vault.key"}) {
        alter_file(campaign, outcome, closed, name, random);
        campaign.tally.line("altered bytes of " + name);
    }
    for (const std::string name : {"record-v2.sqlite", "record-v2.sqlite-wal"}) {
        alter_file(campaign, outcome, open, name, random);
        campaign.tally.line("altered bytes of " + name + ", cut off before a checkpoint");
    }
}

} // namespace mvr::faults
