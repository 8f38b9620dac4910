#include "transcript.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace mvr::mcp;

namespace {

std::string read(const std::filesystem::path &path)
{
    std::ifstream file(path);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// The first line of `is` that is not that of `should`, with its number; empty if there is none.
std::string first_difference(const std::string &is, const std::string &should)
{
    std::istringstream left(is);
    std::istringstream right(should);
    for (int number = 1; left || right; ++number) {
        std::string one;
        std::string other;
        std::getline(left, one);
        std::getline(right, other);
        if (one != other) return std::to_string(number) + ": " + one;
    }
    return "";
}

} // namespace

TEST_CASE("every recorded dialogue is answered as recorded", "[mcp][transcript]")
{
    std::size_t dialogues = 0;
    for (const auto &entry :
         std::filesystem::directory_iterator(MALLOC_VR_TESTS_DIR "/transcripts")) {
        if (entry.path().extension() != ".txt") continue;
        CAPTURE(entry.path().filename().string());
        ++dialogues;
        const std::string recorded = read(entry.path());

        const std::string replayed = replay(recorded);

        if (std::getenv("UPDATE") != nullptr) std::ofstream(entry.path()) << replayed;
        CHECK(first_difference(replayed, recorded) == "");
    }
    CHECK(dialogues >= 8);
}
