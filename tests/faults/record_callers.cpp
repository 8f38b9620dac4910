#include "callers.hpp"
#include "disk_sorts.hpp"
#include "power.hpp"
#include "sorts.hpp"

#include "store/event_catalogue.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace mvr::faults {
namespace {

using namespace mvr::store;
using Answer = Reports::Answer;
using Sentences = std::vector<std::string>;

std::string home_on(const std::string &root) { return root + "/record"; }

/// How many operations a run has that such a fault can concern.
std::int64_t points(Campaign &campaign, Fault::Kind kind)
{
    const std::string root = campaign.fresh("callers");
    FaultDisk disk(root);
    disk.arm({});
    Reports reports;
    Callers callers(home_on(root), reports);
    callers.work();
    callers.close();
    return disk.operations().of(kind);
}

/// The numbers of the events that the record has, in its order.
std::vector<int> numbers_in(const std::string &folder, bool may_report_damage, Sentences &wrong)
{
    std::vector<int> numbers;
    auto vault = open_vault(folder, {[] { return TimeMs{1'900'000'000'000}; },
                                     event_catalogue_number(), event_from_v1});
    if (!vault) {
        wrong.push_back("it does not open: " + vault.error().message);
        return numbers;
    }
    for (const Finding &finding : (*vault)->report().findings) {
        if (may_report_damage || finding.kind == Finding::Kind::head_file) continue;
        wrong.push_back("it reports damage where there is none: " + finding.what);
    }
    auto keys = (*vault)->keys();
    if (!keys) throw Failure(keys.error());
    const auto read = (*vault)->store().read(1, [&](const SealedRow &row, RowCondition condition) {
        if (condition != RowCondition::present) return;
        if (const auto plain = keys->unseal(row))
            numbers.push_back(number_of(vault::as_text(*plain)));
    });
    if (!read) wrong.push_back("it cannot be read: " + read.error().message);
    SpillFolder spills(folder, (*vault)->vault_keys());
    if (const auto waiting = spills.collect((*vault)->store())) {
        for (const SpilledEvent &event : *waiting)
            numbers.push_back(number_of(vault::as_text(event.plain)));
    }
    return numbers;
}

/// What is wrong with the record, as its callers heard. In an `orderly` run everything is
/// there that was not rejected, and nothing that was.
Sentences judge(const std::string &folder, const Reports &reports, bool orderly,
                bool may_report_damage)
{
    Sentences wrong;
    const auto numbers = numbers_in(folder, may_report_damage, wrong);
    std::map<int, int> times;
    int last = -1;
    for (const int number : numbers) {
        const bool known = number >= 0 && static_cast<std::size_t>(number) < reports.given;
        if (!known) wrong.push_back("there is an event that nobody gave");
        if (++times[number] == 2) wrong.push_back("an event is there twice");
        if (!known || reports.spilled.at(static_cast<std::size_t>(number))) continue;
        if (number < last) wrong.push_back("the events are not in their order");
        last = number;
    }
    for (std::size_t number = 0; number < reports.given; ++number) {
        const std::string event = "event " + std::to_string(number);
        const bool there = times.contains(static_cast<int>(number));
        const Answer answer = reports.answers.at(number);
        if (answer == Answer::on_disk && !there)
            wrong.push_back(event + " is lost, and its caller heard that it is on disk");
        if (!orderly) continue;
        if (answer == Answer::none) wrong.push_back(event + ": its caller heard nothing");
        if (answer == Answer::not_recorded && !there)
            wrong.push_back(event + " waited, and was not written when the fault had passed");
        if (answer == Answer::rejected && there && !reports.spilled.at(number))
            wrong.push_back(event + " is there, and its caller heard that it did not happen");
    }
    if (reports.without_reason > 0) wrong.push_back("a caller got no reason");
    return wrong;
}

void run_point(Campaign &campaign, const DiskSort &sort, std::int64_t at)
{
    const std::string root = campaign.fresh("callers");
    Reports reports;
    Sentences wrong;
    {
        FaultDisk disk(root);
        disk.arm({.kind = sort.kind, .at = at, .stays = sort.stays, .lost = nullptr});
        Callers callers(home_on(root), reports);
        callers.work();
        if (disk.operations().hit > 0) { // it passes before the end; else it comes at the end
            disk.arm({});
            if (const auto waiting = callers.let_time_pass(); waiting > 0)
                wrong.push_back(std::to_string(waiting) + " events still wait after it");
            callers.close();
        } else {
            callers.close();
            if (disk.operations().hit == 0)
                wrong.push_back("it did not happen: nothing was tested");
        }
    }
    const bool half_written = sort.kind == Fault::Kind::write_fails;
    for (std::string &sentence : judge(home_on(root), reports, true, half_written))
        wrong.push_back(std::move(sentence));
    campaign.tally.point(std::string(sort.name) + " at " + std::to_string(at) + ", with callers",
                         wrong);
}

void lose_power(Campaign &campaign, const Kept &kept, std::int64_t at, Reports &reports)
{
    const std::string root = campaign.fresh("callers");
    reports = {};
    const auto seed = campaign.seed + static_cast<std::uint64_t>(at);
    const bool lost = run_until_power_is_lost(root, {at, kept, seed}, [&] {
        Callers callers(home_on(root), reports);
        callers.work();
        callers.close();
    });
    auto wrong = judge(home_on(root), reports, false, kept.bytes > 0.0);
    if (!lost) wrong.push_back("the power was not lost: nothing was tested");
    campaign.tally.point(
        "power lost at " + std::to_string(at) + ", with callers, " + words_of(kept), wrong);
}

} // namespace

void test_record(Campaign &campaign)
{
    for (const DiskSort &sort : disk_sorts) {
        const std::int64_t last = points(campaign, sort.kind);
        for (std::int64_t at = 1; at <= last; ++at) {
            if (campaign.mine()) run_point(campaign, sort, at);
        }
        campaign.tally.line(std::string(sort.name) + ", with callers");
    }
    const std::int64_t last = points(campaign, Fault::Kind::power_loss);
    const Shared<Reports> reports;
    for (const Kept &kept : leavings) {
        for (std::int64_t at = 1; at <= last; ++at) {
            if (campaign.mine()) lose_power(campaign, kept, at, *reports);
        }
    }
    campaign.tally.line("power lost, with callers");
}

} // namespace mvr::faults
