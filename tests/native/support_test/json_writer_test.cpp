#include "support/json_writer.hpp"

#include <catch2/catch.hpp>

using namespace mvr;

namespace {

std::string written(std::string_view text)
{
    std::string out;
    write_json_text(out, text);
    return out;
}

} // namespace

TEST_CASE("every ASCII character is written as the JSON library writes it", "[support][json]")
{
    for (int code = 0; code < 128; ++code) {
        const std::string alone(1, static_cast<char>(code));
        const std::string between = std::string(40, 'a') + alone + std::string(40, 'b') + alone;
        CAPTURE(code);
        CHECK(written(alone) == to_text(Json(alone)));
        CHECK(written(between) == to_text(Json(between)));
    }
}

TEST_CASE("text beyond ASCII stays as it is, and what is no UTF-8 is replaced", "[support][json]")
{
    CHECK(written("Gerät \"1\"") == "\"Gerät \\\"1\\\"\"");
    CHECK(written("a\xFF") == "\"a\xEF\xBF\xBD\"");
}

TEST_CASE("a long text comes back from the parser as it was, wherever an escape stands",
          "[support][json]")
{
    for (std::size_t at = 0; at < 100; ++at) {
        std::string text(100, 'x');
        text[at] = '"';
        CAPTURE(at);
        CHECK(parse_json(written(text)).value() == text);
    }
}
