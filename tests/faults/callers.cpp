#include "callers.hpp"

#include "store/event_id.hpp"
#include "support/uuid.hpp"
#include "vault/seal.hpp"

#include <utility>

namespace mvr::faults {

using namespace mvr::store;

Callers::Callers(std::string folder, Reports &reports)
    : folder_(std::move(folder)), reports_(reports), running_(folder_, [this] { return now_; })
{
}

NewEvent Callers::next(std::size_t number) const
{
    return new_event("learner-" + std::to_string(number % 3),
                     HintShown{std::to_string(number), "u", 1, false, false});
}

void Callers::record_some(std::size_t events)
{
    const std::size_t first = reports_.given;
    std::vector<NewEvent> fresh;
    for (; fresh.size() < events; ++reports_.given)
        fresh.push_back(next(reports_.given));
    running_.record.record(std::move(fresh), [this, first, events](const auto &result) {
        const bool on_disk = result && result->on_disk;
        reports_.without_reason += !on_disk && result && result->problem.empty();
        for (std::size_t number = first; number < first + events; ++number)
            reports_.answers.at(number) =
                on_disk ? Reports::Answer::on_disk : Reports::Answer::not_recorded;
    });
}

void Callers::decide_one()
{
    const std::size_t number = reports_.given++;
    running_.record.decide(
        [&](const State &) -> Result<std::vector<NewEvent>> { return std::vector{next(number)}; },
        Effect::on_disk,
        [this, number](const auto &result) {
            const bool on_disk = result && result->on_disk;
            reports_.without_reason += !result && result.error().message.empty();
            reports_.answers.at(number) =
                on_disk ? Reports::Answer::on_disk : Reports::Answer::rejected;
        });
}

void Callers::spill_one()
{
    auto keys = read_vault_keys(folder_);
    if (!keys) return;
    const std::size_t number = reports_.given++;
    reports_.spilled.at(number) = true;
    const NewEvent said = next(number);
    const std::string plain = encode_event(said.learner, said.payload);
    const auto bytes = vault::as_bytes(plain);
    const SpilledEvent event{keys->pseudonym(said.learner), id_of(new_uuid(now_)), now_,
                             vault::Bytes(bytes.begin(), bytes.end())};
    SpillWriter writer(folder_, keys->box.public_key());
    const bool kept = writer.append({&event, 1}).has_value();
    reports_.answers.at(number) = kept ? Reports::Answer::on_disk : Reports::Answer::rejected;
}

void Callers::work()
{
    running_.open();
    for (std::size_t round = 0; round < 6; ++round) {
        record_some(1 + round % 3);
        decide_one();
        if (round == 2) spill_one();
        now_ += 3'000; // the record looks for spill files, and tries again, every second round
        running_.run();
        running_.writer->tick(round % 2 == 1);
        running_.run();
        if (round == 3) running_.record.save_snapshot(1);
        running_.run();
    }
}

std::int64_t Callers::let_time_pass()
{
    for (int tries = 0; tries < 3; ++tries) {
        now_ += 6'000;
        running_.writer->tick(true);
        running_.run();
    }
    return running_.record.status().pending;
}

int number_of(std::string_view plain)
{
    const auto decoded = decode_event(plain);
    if (!decoded) return -1;
    const auto *hint = std::get_if<HintShown>(&decoded->payload);
    return hint == nullptr ? -1 : std::stoi(hint->session_id);
}

} // namespace mvr::faults
