#include "support/excerpt.hpp"

#include <catch2/catch.hpp>

using namespace mvr;

TEST_CASE("an excerpt is the beginning of a text, in whole characters", "[support][excerpt]")
{
    CHECK(excerpt("Gasket") == "Gasket");
    CHECK(excerpt(std::string(64, 'x')) == std::string(64, 'x'));
    CHECK(excerpt("xxü", 3) == "xx");
    CHECK(excerpt("xxü", 4) == "xxü");
}

TEST_CASE("a quotation says whether something was left out", "[support][excerpt]")
{
    CHECK(quoted_excerpt("Gasket") == "'Gasket'");
    CHECK(quoted_excerpt("Gasket", '"') == "\"Gasket\"");
    CHECK(quoted_excerpt(std::string(65, 'x')) == "'" + std::string(64, 'x') + "…'");
}

TEST_CASE("characters are counted, not bytes", "[support][excerpt]")
{
    CHECK(character_count("") == 0);
    CHECK(character_count("Grüße…") == 6);
}
