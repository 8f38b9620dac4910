// What sealing, hash-chaining, signing and naming cost a durable append, against bare SQLite with
// the same payloads, as durable, in the same groups, on the same disk, in the same run. Both sides
// checkpoint once a round, inside what is timed.
//
// A single event is sealed, then written: what its caller waits for. Groups are sealed on one
// thread while another writes, as the add-on does when events keep coming.
//
// Run: scripts/bench store, or this program with a folder (no tmpfs); its last line is one JSON
// object.

#include "bare_sqlite.hpp"

#include "store/open_vault.hpp"
#include "store/sealer.hpp"
#include "support/mailbox.hpp"
#include "support/uuid.hpp"
#include "vault/seal.hpp"

#include <array>
#include <cstdio>
#include <filesystem>
#include <random>
#include <stdexcept>
#include <thread>

namespace {

using namespace mvr;
using namespace mvr::store;
using namespace mvr::bench;

constexpr int learners = 8;

struct Group {
    int size;
    int commits; ///< a round
};
constexpr std::array<Group, 3> groups{{{1, 200}, {10, 100}, {50, 60}}};

template <class T> T must(Result<T> result)
{
    if (!result) throw std::runtime_error(result.error().message);
    return *std::move(result);
}

class SealedRecord {
  public:
    explicit SealedRecord(const std::string &folder)
        : vault_(must(open_vault(folder, {system_time_ms, 1, nullptr}))),
          sealer_(must(vault_->keys()), vault_->store().head())
    {
        for (int i = 0; i < learners; ++i)
            names_.push_back(sealer_.keys().vault().pseudonym("learner-" + std::to_string(i)));
    }

    void append(int size) { write(seal(size)); }

    /// As many commits, sealed on a thread of their own while this one writes.
    void append_ahead(int commits, int size)
    {
        Mailbox<SealedBatch> sealed;
        std::thread sealing([&] {
            for (int i = 0; i < commits; ++i)
                sealed.put(seal(size));
        });
        for (int i = 0; i < commits; ++i)
            write(*sealed.take());
        sealing.join();
    }

    void checkpoint()
    {
        if (auto done = vault_->store().checkpoint(); !done)
            throw std::runtime_error(done.error().message);
        sealer_.written(sealer_.tail().sequence);
    }

  private:
    SealedBatch seal(int size)
    {
        events_.clear();
        const TimeMs now = system_time_ms();
        for (int i = 0; i < size; ++i) {
            PlainEvent event;
            event.learner = names_[random_() % names_.size()];
            for (std::byte &byte : event.id)
                byte = static_cast<std::byte>(random_());
            event.time_ms = now;
            event.plain = vault::as_bytes(payload_);
            events_.push_back(event);
        }
        return sealer_.seal(events_);
    }

    void write(const SealedBatch &batch)
    {
        const auto done =
            vault_->store().append({batch.expected_last, batch.rows, batch.new_streams, {}});
        if (!done) throw std::runtime_error(done.error().message);
    }

    std::unique_ptr<OpenedVault> vault_;
    Sealer sealer_;
    std::vector<vault::Pseudonym> names_;
    std::vector<PlainEvent> events_;
    std::minstd_rand random_;
    std::string payload_ = std::string(payload_bytes, 'x');
};

void append(BareSqlite &bare, const Group &group)
{
    for (int i = 0; i < group.commits; ++i)
        bare.append(group.size);
}

void append(SealedRecord &ours, const Group &group)
{
    if (group.size > 1) return ours.append_ahead(group.commits, group.size);
    for (int i = 0; i < group.commits; ++i)
        ours.append(group.size);
}

/// One commit's time, on average over a round with its checkpoint.
template <class Side> double time_round(Side &side, const Group &group)
{
    const double taken = time_us([&] {
        append(side, group);
        side.checkpoint();
    });
    return taken / group.commits;
}

std::string measure(SealedRecord &ours, BareSqlite &bare, const Group &group)
{
    Rounds found;
    for (int round = 0; round < rounds; ++round) {
        const double bare_us = time_round(bare, group);
        found.add(bare_us, time_round(ours, group));
    }
    std::printf("groups of %2d: bare %7.0f us a commit, sealed %7.0f us, %.2f x\n", group.size,
                found.bare_us(), found.ours_us(), found.ratio());
    char text[160];
    std::snprintf(text, sizeof text,
                  ",\"group_%d\":{\"bare_us\":%.1f,\"sealed_us\":%.1f,\"ratio\":%.3f}", group.size,
                  found.bare_us(), found.ours_us(), found.ratio());
    return text;
}

} // namespace

int main(int count, char **arguments)
{
    namespace fs = std::filesystem;
    if (count != 2) return std::fprintf(stderr, "store_bench FOLDER\n"), 1;
    const fs::path folder = fs::path(arguments[1]) / "store_bench";
    fs::create_directories(folder);
    std::string json = "{\"payload_bytes\":" + std::to_string(payload_bytes) +
                       ",\"rounds\":" + std::to_string(rounds);
    {
        BareSqlite bare((folder / "bare.sqlite").string());
        SealedRecord ours((folder / "vault").string());
        for (const Group &group : groups)
            json += measure(ours, bare, group);
    }
    fs::remove_all(folder);
    std::printf("%s}\n", json.c_str());
    return 0;
}
