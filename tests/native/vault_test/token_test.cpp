#include "vault/token.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

using namespace mvr::vault;

TEST_CASE("a token is 256 bits in base64url", "[vault][token]")
{
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const auto token = new_token();
        CHECK(token.size() == 43);
        CHECK(token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                      "0123456789-_") == std::string::npos);
        seen.insert(token);
    }
    CHECK(seen.size() == 100);
}

TEST_CASE("only the very same token is the same", "[vault][token]")
{
    const auto token = new_token();

    CHECK(same_token(token, token));
    CHECK(same_token(std::string(token), token));
    CHECK_FALSE(same_token("", token));
    CHECK_FALSE(same_token(token.substr(0, 42), token));
    CHECK_FALSE(same_token(token + "A", token));
    CHECK_FALSE(same_token("", ""));
    for (std::size_t i = 0; i < token.size(); ++i) {
        std::string other = token;
        other[i] = other[i] == 'A' ? 'B' : 'A';
        CHECK_FALSE(same_token(other, token));
    }
}
