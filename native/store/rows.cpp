#include "store/rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace mvr::store {
namespace {

constexpr std::string_view head_context = "meta|head";
constexpr std::string_view format_context = "meta|format";
constexpr std::size_t head_bytes = sizeof(std::int64_t) + sizeof(vault::Hash);

} // namespace

std::string seal_context(const Row &row, const vault::Hash &previous)
{
    return "events|" + std::to_string(row.sequence) + '|' + row.id + '|' +
           std::to_string(row.time_ms) + '|' + row.pseudonym + '|' + std::to_string(row.version) +
           '|' + std::string(vault::as_text(previous));
}

vault::Hash link_of(const Row &row, const vault::Hash &previous)
{
    const std::string sequence = std::to_string(row.sequence);
    const std::string time = std::to_string(row.time_ms);
    const std::string version = std::to_string(row.version);
    return vault::link(previous,
                       {vault::as_bytes(sequence), vault::as_bytes(row.id), vault::as_bytes(time),
                        vault::as_bytes(row.pseudonym), vault::as_bytes(version), row.sealed});
}

Row sealed_row(const Event &event, const vault::Hash &previous, const vault::Key &key)
{
    // Put together as text: a Json around it would copy the payload.
    const std::string plain = "{\"type\":" + to_text(event.type) +
                              ",\"learner\":" + to_text(event.learner) +
                              ",\"payload\":" + to_text(event.payload) + '}';
    Row row{event.sequence, event.id, event.time_ms, event.pseudonym, event.version, {}, {}};
    row.sealed = vault::seal(key, seal_context(row, previous), vault::as_bytes(plain));
    row.hash = link_of(row, previous);
    return row;
}

Event event_of(const Row &row, std::span<const std::byte> plain)
{
    // Our own text, authenticated: no limit on its depth, which a client's payload may have used
    // up.
    Json json = Json::parse(vault::as_text(plain), nullptr, false);
    if (!json.is_object() || !json.contains("type") || !json.contains("payload")) {
        throw Failure(
            {Errc::internal, "event " + std::to_string(row.sequence) + " is not ours", "", ""});
    }
    return {row.sequence,
            row.id,
            row.time_ms,
            json.at("type").get<std::string>(),
            row.version,
            json.at("learner").get<std::string>(),
            std::move(json.at("payload")),
            row.pseudonym};
}

Row row_of(SQLite::Statement &statement)
{
    Row row{statement.getColumn(0).getInt64(),
            statement.getColumn(1).getString(),
            statement.getColumn(2).getInt64(),
            statement.getColumn(3).getString(),
            statement.getColumn(4).getInt(),
            {},
            {}};
    const auto sealed = blob(statement.getColumn(5));
    row.sealed.assign(sealed.begin(), sealed.end());
    const auto hash = blob(statement.getColumn(6));
    std::copy_n(hash.begin(), std::min(hash.size(), row.hash.size()), row.hash.begin());
    return row;
}

void insert(SQLite::Statement &statement, const Row &row)
{
    statement.tryReset(); // after a failure it is still in its error
    statement.bind(1, row.sequence);
    statement.bindNoCopy(2, row.id);
    statement.bind(3, row.time_ms);
    statement.bindNoCopy(4, row.pseudonym);
    statement.bind(5, row.version);
    statement.bindNoCopy(6, row.sealed.data(), static_cast<int>(row.sealed.size()));
    statement.bindNoCopy(7, row.hash.data(), static_cast<int>(row.hash.size()));
    statement.exec();
    statement.reset();
}

vault::Bytes meta(SQLite::Database &db, const std::string &name)
{
    SQLite::Statement row(db, "SELECT value FROM meta WHERE name = ?");
    row.bindNoCopy(1, name);
    if (!row.executeStep()) return {};
    const auto value = blob(row.getColumn(0));
    return {value.begin(), value.end()};
}

void set_meta(SQLite::Statement &statement, const std::string &name,
              std::span<const std::byte> value)
{
    statement.tryReset();
    statement.bindNoCopy(1, name);
    statement.bindNoCopy(2, value.data(), static_cast<int>(value.size()));
    statement.exec();
    statement.reset();
}

void set_meta(SQLite::Database &db, const std::string &name, std::span<const std::byte> value)
{
    SQLite::Statement statement(db, replace_meta);
    set_meta(statement, name, value);
}

vault::Bytes sealed_head(const Head &head, const vault::Key &meta_key)
{
    std::array<std::byte, head_bytes> plain;
    for (std::size_t i = 0; i < sizeof head.sequence; ++i) {
        plain[i] = static_cast<std::byte>(static_cast<std::uint64_t>(head.sequence) >> (8 * i));
    }
    std::ranges::copy(head.hash, plain.begin() + sizeof head.sequence);
    return vault::seal(meta_key, head_context, plain);
}

Result<Head> open_head(std::span<const std::byte> sealed, const vault::Key &meta_key)
{
    const auto plain = vault::open(meta_key, head_context, sealed);
    if (!plain) return plain.error();
    if (plain->size() != head_bytes) return Error{Errc::tampered, "the head is not ours", "", ""};
    std::uint64_t sequence = 0;
    for (std::size_t i = 0; i < sizeof sequence; ++i) {
        sequence |= std::to_integer<std::uint64_t>((*plain)[i]) << (8 * i);
    }
    Head head{static_cast<std::int64_t>(sequence), {}};
    std::copy_n(plain->begin() + sizeof sequence, head.hash.size(), head.hash.begin());
    return head;
}

vault::Bytes sealed_format(int version, const vault::Key &meta_key)
{
    return vault::seal(meta_key, format_context, vault::as_bytes(std::to_string(version)));
}

Result<int> open_format(std::span<const std::byte> sealed, const vault::Key &meta_key)
{
    const auto plain = vault::open(meta_key, format_context, sealed);
    if (!plain) return plain.error();
    const auto text = vault::as_text(*plain);
    int version = 0;
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version;
}

} // namespace mvr::store
