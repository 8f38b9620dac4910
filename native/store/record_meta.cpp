#include "store/record_meta.hpp"

#include "store/open_vault.hpp"
#include "store/schema.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

namespace mvr::store {
namespace {

constexpr const char *fingerprint_entry = "fingerprint";

std::string message(const std::string &name, std::string_view digits)
{
    return "malloc-vr meta|" + name + '|' + std::string(digits);
}

/// The number behind its signature; nothing if these keys did not sign it.
std::optional<std::int64_t> number_of(std::string_view value, const vault::VaultKeys &keys,
                                      const std::string &name)
{
    vault::Signature signature;
    if (value.size() <= signature.size()) return std::nullopt;
    std::ranges::copy(vault::as_bytes(value).first(signature.size()), signature.begin());
    const std::string_view digits = value.substr(signature.size());
    const std::string text = message(name, digits);
    if (!vault::verify(keys.signer.verify_key(), vault::as_bytes(text), signature)) {
        return std::nullopt;
    }
    std::int64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

std::optional<std::int64_t> signed_number(SQLite::Database &db, const vault::VaultKeys &keys,
                                          const std::string &name)
{
    return number_of(meta_value(db, name), keys, name);
}

} // namespace

void set_signed_number(SQLite::Database &db, const vault::VaultKeys &keys, const std::string &name,
                       std::int64_t number)
{
    const std::string digits = std::to_string(number);
    const std::string text = message(name, digits);
    const auto signature = keys.signer.sign(vault::as_bytes(text));
    vault::Bytes value(signature.begin(), signature.end());
    std::ranges::copy(vault::as_bytes(digits), std::back_inserter(value));
    set_meta_value(db, name, value);
}

std::optional<std::int64_t> carve_signed_number(std::span<const std::byte> page,
                                                const vault::VaultKeys &keys,
                                                const std::string &name)
{
    // Name and value of a row of `meta` stand side by side.
    const std::string_view text = vault::as_text(page);
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
        const std::string_view behind = text.substr(at + name.size());
        const std::size_t shortest = sizeof(vault::Signature) + 1;
        for (std::size_t size = shortest; size < shortest + 18 && size <= behind.size(); ++size) {
            if (const auto number = number_of(behind.substr(0, size), keys, name)) return number;
        }
    }
    return std::nullopt;
}

RecordMeta read_meta(SQLite::Database &db, const vault::VaultKeys &keys)
{
    RecordMeta meta;
    const std::string fingerprint = meta_value(db, fingerprint_entry);
    meta.ours = vault::as_text(keys.fingerprint) == fingerprint;
    meta.another_key = !meta.ours && fingerprint.size() == keys.fingerprint.size();
    if (const auto format = signed_number(db, keys, format_entry)) {
        meta.format = static_cast<int>(*format);
    }
    if (const auto catalog = signed_number(db, keys, catalog_entry)) {
        meta.catalog = static_cast<int>(*catalog);
    }
    meta.migrated_rows = signed_number(db, keys, migrated_entry).value_or(0);
    return meta;
}

void write_meta(SQLite::Database &db, const vault::VaultKeys &keys, int event_catalog)
{
    set_meta_value(db, fingerprint_entry, keys.fingerprint);
    set_signed_number(db, keys, format_entry, format_number);
    set_signed_number(db, keys, catalog_entry, event_catalog);
}

} // namespace mvr::store
