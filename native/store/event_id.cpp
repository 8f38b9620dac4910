#include "store/event_id.hpp"

#include "vault/secret.hpp"

#include <charconv>

namespace mvr::store {
namespace {

constexpr std::size_t uuid_length = 36;

bool has_dash(std::size_t digit) { return digit == 8 || digit == 12 || digit == 16 || digit == 20; }

} // namespace

Id id_of(std::string_view uuid)
{
    std::string digits;
    for (const char c : uuid)
        if (c != '-') digits += c;
    Id id{};
    bool ok = uuid.size() == uuid_length && digits.size() == 2 * id.size();
    for (std::size_t i = 0; ok && i < id.size(); ++i) {
        unsigned value = 0;
        const char *first = digits.data() + 2 * i;
        ok = std::from_chars(first, first + 2, value, 16).ptr == first + 2;
        id[i] = static_cast<std::byte>(value);
    }
    if (!ok) throw Failure({Errc::internal, "an event's id is no UUID", "", ""});
    return id;
}

std::string id_text(const Id &id)
{
    const std::string hex = vault::to_hex(id);
    std::string text;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        if (has_dash(i)) text += '-';
        text += hex[i];
    }
    return text;
}

} // namespace mvr::store
