#include "record_tool/commands.hpp"

#include "vault/secret.hpp"

#include <array>
#include <iostream>
#include <set>
#include <vector>

namespace mvr::record_tool {
namespace {

using namespace mvr::store;

constexpr std::int64_t rows_at_once = 20'000;

struct Counts {
    std::array<std::int64_t, 4> rows{}; ///< by RowCondition
    std::set<std::int64_t> lost;

    std::int64_t of(RowCondition condition) const
    {
        return rows[static_cast<std::size_t>(condition)];
    }
};

Result<std::vector<Finding>> verify_all(OpenedVault &vault)
{
    std::vector<Finding> findings = vault.report().findings;
    for (;;) {
        const auto step = vault.verify_step(rows_at_once);
        if (!step) return step.error();
        std::cerr << "verified " << step->verified << " of " << step->events << " events\n";
        findings.insert(findings.end(), step->findings.begin(), step->findings.end());
        if (step->done) return findings;
    }
}

Result<Counts> count_rows(EventStore &store)
{
    Counts counts;
    const auto read = store.read(1, [&](const SealedRow &row, RowCondition condition) {
        ++counts.rows[static_cast<std::size_t>(condition)];
        if (condition == RowCondition::damaged) counts.lost.insert(row.sequence);
    });
    if (!read) return read.error();
    return counts;
}

std::string stream_words(const Id &stream)
{
    if (stream == ownerless_stream) return "no learner's, or not known whose";
    return "stream " + vault::to_hex(stream);
}

void print_tombstones(const std::vector<Tombstone> &tombstones)
{
    for (const Tombstone &stone : tombstones) {
        switch (stone.kind) {
        case Tombstone::Kind::stream_erased:
            std::cout << "erased       " << stream_words(stone.stream) << ": " << stone.cause
                      << '\n';
            break;
        case Tombstone::Kind::row_purged:
            std::cout << "purged       event " << stone.sequence << " ("
                      << stream_words(stone.stream) << "): " << stone.cause << '\n';
            break;
        case Tombstone::Kind::rows_lost:
            std::cout << "quarantined  events " << stone.sequence << " to " << stone.last << " ("
                      << stream_words(stone.stream) << "): " << stone.cause << '\n';
            break;
        }
    }
}

void print_findings(const std::vector<Finding> &findings)
{
    for (const Finding &finding : findings) {
        std::cout << "found        " << finding.what;
        if (!finding.remedy.empty()) std::cout << ' ' << finding.remedy;
        if (!finding.kept_as.empty()) std::cout << " Kept as it was: " << finding.kept_as;
        std::cout << '\n';
    }
}

void print_counts(const OpenedVault &vault, const RecordHead &head, const Counts &counts)
{
    const VaultReport &report = vault.report();
    std::cout << "record       " << report.path << '\n'
              << "head         event " << head.sequence << ", link " << vault::to_hex(head.link)
              << '\n'
              << "rows         " << head.sequence << ": " << counts.of(RowCondition::present)
              << " readable, " << counts.of(RowCondition::erased) << " erased, "
              << counts.of(RowCondition::purged) << " purged, " << counts.of(RowCondition::damaged)
              << " quarantined\n";
    if (!report.read_only.empty()) std::cout << "read-only    " << report.read_only << '\n';
}

} // namespace

int verify(const std::string &folder)
{
    const auto opened = open_existing(folder);
    if (!opened) return complain(opened.error());
    OpenedVault &vault = **opened;
    const auto findings = verify_all(vault);
    if (!findings) return complain(findings.error());
    const auto counts = count_rows(vault.store());
    if (!counts) return complain(counts.error());
    const auto tombstones = vault.store().tombstones();
    if (!tombstones) return complain(tombstones.error());

    print_counts(vault, vault.store().head(), *counts);
    print_tombstones(*tombstones);
    print_findings(*findings);
    const bool is_intact = findings->empty() && counts->lost.empty();
    std::cout << (is_intact ? "intact\n" : "not intact\n");
    return is_intact ? intact : not_intact;
}

} // namespace mvr::record_tool
