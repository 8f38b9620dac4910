#include "tools/objective_complexity.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string>
#include <string_view>

namespace mvr::tools {
namespace {

struct Level {
    std::string_view name;
    std::string_view verbs; ///< each between blanks
};

constexpr std::array levels{
    Level{"remember", " identify list locate name recall recognize retrieve find read point "},
    Level{"understand",
          " classify compare contrast describe exemplify explain infer interpret match paraphrase "
          "predict summarize translate "},
    Level{"apply",
          " apply assemble carry execute fasten implement insert install move operate perform "
          "place put remove rotate seat set take tighten turn use "},
    Level{"analyze",
          " analyze attribute deconstruct diagnose differentiate discriminate distinguish focus "
          "inspect integrate organize outline select structure "},
    Level{"evaluate", " assess check coordinate critique detect judge monitor test verify "},
    Level{"create",
          " build compose construct create design devise generate hypothesize model plan produce "
          "sculpt "},
};

std::string first_word(std::string_view text)
{
    std::string word;
    for (const char c : text) {
        if (std::isalpha(static_cast<unsigned char>(c)) == 0) break;
        word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return word;
}

std::optional<std::size_t> rank_of(std::string_view objective)
{
    const std::string wanted = ' ' + first_word(objective) + ' ';
    for (std::size_t rank = 0; rank < levels.size(); ++rank)
        if (levels[rank].verbs.find(wanted) != std::string_view::npos) return rank;
    return std::nullopt;
}

} // namespace

std::optional<ObjectiveComplexity> objective_complexity(std::span<const std::string> objectives)
{
    ObjectiveComplexity complexity;
    std::optional<std::size_t> highest;
    for (const std::string &objective : objectives) {
        const auto rank = rank_of(objective);
        auto &each = complexity.objectives.emplace_back(ObjectiveLevel{objective, {}});
        if (!rank) continue;
        each.level = std::string(levels[*rank].name);
        highest = std::max(highest.value_or(0), *rank);
    }
    if (!highest) return std::nullopt;
    complexity.level = levels[*highest].name;
    complexity.score = static_cast<double>(*highest + 1) / static_cast<double>(levels.size());
    return complexity;
}

} // namespace mvr::tools
