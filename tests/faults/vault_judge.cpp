#include "vault_judge.hpp"

#include "store/spill.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace mvr::faults {
namespace {

using namespace mvr::store;

constexpr TimeMs later_ms = 1'800'000'000'000;

struct Found {
    std::map<Id, std::string> readable;
    std::vector<Id> order;
    std::set<Id> erased;
    std::int64_t damaged = 0;
};

class Judge {
  public:
    Judge(const Outcome &outcome, const Allowance &allowance)
        : outcome_(outcome), allowance_(allowance)
    {
    }

    std::vector<std::string> judge(const std::string &folder)
    {
        auto vault = open_vault(folder, {[] { return later_ms; }, 1, nullptr});
        if (!vault) {
            say("it does not open: " + vault.error().message);
            return std::move(wrong_);
        }
        findings_ = (*vault)->report().findings;
        verify(**vault);
        merge_what_waits(**vault, folder);
        read(**vault);
        compare();
        append_one(**vault);
        return std::move(wrong_);
    }

  private:
    void say(std::string text) { wrong_.push_back(std::move(text)); }

    void verify(OpenedVault &vault)
    {
        for (int step = 0; step < 1'000; ++step) {
            const auto progress = vault.verify_step(1'000);
            if (!progress) return say("it cannot be verified: " + progress.error().message);
            findings_.insert(findings_.end(), progress->findings.begin(), progress->findings.end());
            if (progress->done) break;
        }
        if (allowance_.may_report_damage) return;
        for (const Finding &finding : findings_) {
            if (finding.kind == Finding::Kind::head_file && allowance_.may_lack_head) continue;
            say("it reports damage where there is none: " + finding.what);
        }
    }

    void merge_what_waits(OpenedVault &vault, const std::string &folder)
    {
        SpillFolder spills(folder, vault.vault_keys());
        const auto waiting = spills.collect(vault.store());
        if (!waiting) return say("spill files cannot be read: " + waiting.error().message);
        for (const SpilledEvent &event : *waiting)
            waiting_.emplace(event.id, std::string(vault::as_text(event.plain)));
    }

    void read(OpenedVault &vault)
    {
        auto keys = vault.keys();
        if (!keys) return say("its keys cannot be read: " + keys.error().message);
        const auto done = vault.store().read(1, [&](const SealedRow &row, RowCondition condition) {
            if (condition == RowCondition::damaged) ++found_.damaged;
            if (condition == RowCondition::erased) found_.erased.insert(row.id);
            if (condition != RowCondition::present) return;
            const auto plain = keys->unseal(row);
            if (!plain) return say("a row that verifies does not open");
            found_.order.push_back(row.id);
            if (!found_.readable.emplace(row.id, vault::as_text(*plain)).second)
                say("an event is there twice");
        });
        if (!done) say("it cannot be read: " + done.error().message);
    }

    void compare()
    {
        std::int64_t lost = 0;
        std::vector<Id> expected;
        for (const Outcome::Said &said : outcome_.acknowledged) {
            expected.push_back(said.id);
            lost += !holds(said);
        }
        for (const Outcome::Said &said : outcome_.spilled)
            lost += !holds(said) && !was_to_go(said);
        if (lost > allowance_.lost && !is_reported_cut())
            say(std::to_string(lost) + " events that were acknowledged are lost");
        if (lost > 0 && findings_.empty()) say("events are lost, and nothing says so");
        const auto in_doubt = static_cast<std::int64_t>(outcome_.in_doubt.size());
        const std::int64_t most = allowance_.lost + (allowance_.half_written ? in_doubt : 0);
        if (found_.damaged > most && !is_reported_cut())
            say(std::to_string(found_.damaged) + " rows are damaged");
        compare_order(expected);
        compare_invented();
    }

    bool holds(const Outcome::Said &said)
    {
        if (const auto at = found_.readable.find(said.id); at != found_.readable.end()) {
            if (at->second != said.text) say("an event says something else than it did");
            if (outcome_.erased && said.learner == VaultScript::leaver && !returned(said))
                say("an event of the erased learner opens");
            return true;
        }
        if (waiting_.contains(said.id)) return true;
        const bool may_be_erased = outcome_.erase_tried && said.learner == VaultScript::leaver;
        return may_be_erased && found_.erased.contains(said.id);
    }

    /// An erasure overwrites what spill files hold first; where it fails behind that, it is
    /// repeated.
    bool was_to_go(const Outcome::Said &said) const
    {
        return outcome_.erase_tried && said.learner == VaultScript::leaver;
    }

    /// Events of the erased learner that came after the erasure belong to a new stream.
    bool returned(const Outcome::Said &said) const
    {
        return outcome_.after_erasure.contains(said.id);
    }

    bool is_reported_cut() const
    {
        return allowance_.cut_off_at_end &&
               std::ranges::any_of(findings_, [](const Finding &finding) {
                   return finding.kind == Finding::Kind::rows_missing;
               });
    }

    void compare_order(const std::vector<Id> &expected)
    {
        std::vector<Id> found, wanted;
        const std::set<Id> acknowledged(expected.begin(), expected.end());
        for (const Id &id : found_.order) {
            if (acknowledged.contains(id)) found.push_back(id);
        }
        for (const Id &id : expected) {
            if (found_.readable.contains(id)) wanted.push_back(id);
        }
        if (found != wanted) say("the events are not in the order in which they were acknowledged");
    }

    void compare_invented()
    {
        std::set<Id> given;
        for (const auto *said : {&outcome_.acknowledged, &outcome_.in_doubt, &outcome_.spilled}) {
            for (const Outcome::Said &each : *said)
                given.insert(each.id);
        }
        for (const Id &id : found_.order) {
            if (!given.contains(id)) say("there is an event that nobody gave");
        }
    }

    void append_one(OpenedVault &vault)
    {
        auto keys = vault.keys();
        if (!keys) return;
        Sealer sealer(*std::move(keys), vault.store().head());
        PlainEvent event;
        event.id.fill(std::byte{0xee});
        event.time_ms = later_ms;
        const std::string text = "one more";
        event.plain = vault::as_bytes(text);
        const SealedBatch batch = sealer.seal({&event, 1});
        const auto done =
            vault.store().append({batch.expected_last, batch.rows, batch.new_streams, {}});
        if (!done) say("it takes no further event: " + done.error().message);
    }

    const Outcome &outcome_;
    const Allowance &allowance_;
    std::vector<Finding> findings_;
    std::map<Id, std::string> waiting_;
    Found found_;
    std::vector<std::string> wrong_;
};

} // namespace

std::vector<std::string> differences(const std::string &folder, const Outcome &outcome,
                                     const Allowance &allowance)
{
    return Judge(outcome, allowance).judge(folder);
}

} // namespace mvr::faults
