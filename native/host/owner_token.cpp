#include "host/owner_token.hpp"

#include "support/os.hpp"
#include "vault/token.hpp"

#include <string_view>

namespace mvr::host {
namespace {

bool is_token(const std::string &text)
{
    static constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    constexpr std::size_t characters = 43; // 256 bits in base64url
    return text.size() == characters && text.find_first_not_of(allowed) == std::string::npos;
}

} // namespace

Result<std::string> owner_token(const std::string &path)
{
    // One that others may read could have been read already.
    auto kept = os::read_private_file(path);
    return kept && is_token(*kept) ? kept : renew_owner_token(path);
}

Result<std::string> renew_owner_token(const std::string &path)
{
    std::string token = vault::new_token();
    if (auto saved = os::write_private_file(path, token); !saved) return saved.error();
    return token;
}

} // namespace mvr::host
