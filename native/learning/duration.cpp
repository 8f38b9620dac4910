#include "learning/duration.hpp"

#include "learning/quoted.hpp"

#include <array>
#include <charconv>

namespace mvr::learning {
namespace {

struct Unit {
    std::string_view singular;
    std::string_view plural;
    long long seconds;
};

constexpr std::array units{Unit{"second", "seconds", 1}, Unit{"minute", "minutes", 60},
                           Unit{"hour", "hours", 3600}};

long long seconds_in(std::string_view unit)
{
    for (const Unit &each : units)
        if (unit == each.singular || unit == each.plural) return each.seconds;
    return 0;
}

Error refused(std::string_view text, const char *why)
{
    return {Errc::invalid_argument, quoted(text).append(why), "",
            "Write a whole number, `_` and seconds, minutes or hours, e.g. \"15_minutes\"."};
}

} // namespace

Result<std::chrono::seconds> parse_duration(std::string_view text)
{
    const std::size_t underscore = text.find('_');
    if (underscore == std::string_view::npos) return refused(text, " is not a duration.");
    const std::string_view digits = text.substr(0, underscore);
    const long long unit = seconds_in(text.substr(underscore + 1));

    long long number = 0;
    const auto [end, failed] =
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool too_long = failed == std::errc::result_out_of_range;
    if (unit == 0 || digits.empty() || end != digits.data() + digits.size() ||
        (failed != std::errc{} && !too_long) || digits.front() == '-')
        return refused(text, " is not a duration.");
    if (too_long || number > longest_duration.count() / unit)
        return refused(text, " is longer than 24 hours.");
    if (number == 0) return refused(text, " is no time at all.");
    return std::chrono::seconds(number * unit);
}

} // namespace mvr::learning
