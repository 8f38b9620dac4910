#include "store/event_export.hpp"

#include "store/event.hpp"
#include "store/event_id.hpp"
#include "support/private_file.hpp"
#include "vault/seal.hpp"

namespace mvr::store {
namespace {

std::string_view text_of(RowCondition condition)
{
    switch (condition) {
    case RowCondition::present: return "present";
    case RowCondition::erased: return "erased";
    case RowCondition::purged: return "purged";
    case RowCondition::damaged: break;
    }
    return "damaged";
}

std::string line_without_content(std::int64_t sequence, std::string_view condition)
{
    return to_text({{"sequence", sequence}, {"condition", condition}});
}

} // namespace

std::string export_line(const SealedRow &row, std::span<const std::byte> plain,
                        const std::string &pseudonym)
{
    const auto decoded = decode_event(vault::as_text(plain));
    if (!decoded) return line_without_content(row.sequence, "unreadable");
    return to_text({{"sequence", row.sequence},
                    {"id", id_text(row.id)},
                    {"time", iso8601(row.time_ms)},
                    {"type", type_of(decoded->payload)},
                    {"version", version_of(decoded->payload)},
                    {"pseudonym", pseudonym},
                    {"payload", payload_json(decoded->payload)}});
}

Result<std::int64_t> export_events(EventStore &store, StreamKeys &keys, const std::string &path)
{
    os::PrivateFileWriter file(path);
    std::int64_t count = 0;
    auto read = store.read(1, [&](const SealedRow &row, RowCondition condition) {
        std::string line = line_without_content(row.sequence, text_of(condition));
        if (condition == RowCondition::present) {
            if (const auto plain = keys.unseal(row)) {
                const vault::Pseudonym *learner = keys.pseudonym_of(row.stream);
                line = export_line(row, *plain, learner ? vault::to_hex(*learner) : "");
                ++count;
            } else {
                line = line_without_content(row.sequence, "unreadable");
            }
        }
        file.write(line += '\n');
    });
    if (!read) return read.error();
    if (auto finished = file.finish(); !finished) return finished.error();
    return count;
}

} // namespace mvr::store
