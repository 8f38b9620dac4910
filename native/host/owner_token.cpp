#include "host/owner_token.hpp"

#include "support/os.hpp"
#include "vault/token.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace mvr::host {
namespace {

bool is_token(const std::string &text)
{
    static constexpr std::string_view allowed =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    constexpr std::size_t characters = 43; // 256 bits in base64url
    return text.size() == characters && text.find_first_not_of(allowed) == std::string::npos;
}

std::string read_file(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Nobody but its owner may read it, or it could have been read already.
bool is_private(const std::string &path)
{
    std::error_code unreadable;
    const auto status = std::filesystem::symlink_status(path, unreadable);
    constexpr auto others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    return std::filesystem::is_regular_file(status) &&
           (status.permissions() & others) == std::filesystem::perms::none;
}

} // namespace

Result<std::string> owner_token(const std::string &path)
{
    if (is_private(path)) {
        std::string kept = read_file(path);
        if (is_token(kept)) return kept;
    }
    return renew_owner_token(path);
}

Result<std::string> renew_owner_token(const std::string &path)
{
    std::string token = vault::new_token();
    if (auto saved = os::write_private_file(path, token); !saved) return saved.error();
    return token;
}

} // namespace mvr::host
