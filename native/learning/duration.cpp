#include "learning/duration.hpp"

#include "support/excerpt.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <utility>

namespace mvr::learning {
namespace {

/// Digits of a fraction that are read at most; nobody means more.
constexpr std::size_t fraction_digits_limit = 15;

struct TimeUnit {
    long long seconds;
    std::array<std::string_view, 5> names; ///< the specification's singular and plural first
};

/// The larger first: that is their order in a text.
constexpr std::array time_units{TimeUnit{3600, {"hour", "hours", "h", "hr", "hrs"}},
                                TimeUnit{60, {"minute", "minutes", "min", "mins", "m"}},
                                TimeUnit{1, {"second", "seconds", "sec", "secs", "s"}}};

/// ISO 8601's designators: D stands before the T, the others after it.
constexpr std::array<std::pair<char, long long>, 3> iso_times{{{'h', 3600}, {'m', 60}, {'s', 1}}};
constexpr long long day_seconds = 86400;

enum class Fault { none, no_duration, too_long };

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::string lowered(std::string_view text)
{
    std::string low(text);
    for (char &c : low)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return low;
}

/// What is left to read of a text, and the sum of what was read.
class Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool at_end() const { return rest_.empty(); }
    bool take(char c)
    {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void skip_blanks()
    {
        while (take(' ') || take('\t')) {
        }
    }

    std::string_view word()
    {
        std::size_t length = 0;
        while (length < rest_.size() && is_letter(rest_[length]))
            ++length;
        return cut(length);
    }

    /// A number without a sign; with a fraction it has to be the text's last one.
    std::optional<double> number()
    {
        if (had_fraction_) return {};
        const std::string_view whole = digits();
        if (whole.empty()) return {};
        double value = 0;
        for (const char c : whole)
            value = value * 10 + (c - '0');
        if (!take('.') && !take(',')) return value;
        const std::string_view fraction = digits();
        if (fraction.empty() || fraction.size() > fraction_digits_limit) return {};
        double place = 1;
        for (const char c : fraction)
            value += (c - '0') * (place /= 10);
        had_fraction_ = true;
        return value;
    }

    /// Adds a part of the time. Each unit stands once, the larger first.
    bool add(double number, long long unit_seconds)
    {
        if (unit_seconds >= last_unit_) return false;
        last_unit_ = unit_seconds;
        seconds_ += number * static_cast<double>(unit_seconds);
        return true;
    }

    double seconds() const { return seconds_; }

  private:
    std::string_view cut(std::size_t length)
    {
        const std::string_view first = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return first;
    }
    std::string_view digits()
    {
        std::size_t length = 0;
        while (length < rest_.size() && is_digit(rest_[length]))
            ++length;
        return cut(length);
    }

    std::string_view rest_;
    double seconds_ = 0;
    long long last_unit_ = day_seconds + 1;
    bool had_fraction_ = false;
};

long long seconds_in(std::string_view name)
{
    for (const TimeUnit &unit : time_units)
        for (const std::string_view known : unit.names)
            if (name == known) return unit.seconds;
    return 0;
}

/// What may stand between two parts: blanks, `_`, a comma, "and". False where nothing follows it.
bool read_joint(Reader &text)
{
    if (!text.take('_')) text.take(',');
    text.skip_blanks();
    const std::string_view word = text.word();
    text.skip_blanks();
    return (word.empty() || word == "and") && !text.at_end();
}

bool read_part(Reader &text)
{
    const auto number = text.number();
    if (!number) return false;
    if (!text.take('_')) text.skip_blanks();
    const long long unit = seconds_in(text.word());
    return unit != 0 && text.add(*number, unit);
}

/// "1 hour 30 minutes", after blanks at both ends were taken off.
bool read_words(Reader &text)
{
    while (read_part(text)) {
        if (text.at_end()) return true;
        if (!read_joint(text)) return false;
    }
    return false;
}

bool read_iso_part(Reader &text, bool after_t)
{
    const auto number = text.number();
    if (!number) return false;
    if (!after_t) return text.take('d') && text.add(*number, day_seconds);
    for (const auto &[designator, seconds] : iso_times)
        if (text.take(designator)) return text.add(*number, seconds);
    return false;
}

/// What follows the P of "PT1H30M".
bool read_iso(Reader &text)
{
    bool after_t = text.take('t');
    do {
        if (!read_iso_part(text, after_t)) return false;
        if (!after_t && text.take('t')) {
            after_t = true;
            if (text.at_end()) return false;
        }
    } while (!text.at_end());
    return true;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

Error rejected(std::string_view text, const char *why)
{
    return {Errc::invalid_argument, quoted_excerpt(text, '"').append(why), "",
            std::string("Write a number and its unit: ").append(duration_examples).append(".")};
}

} // namespace

Result<std::chrono::seconds> parse_duration(std::string_view text)
{
    const std::string low = lowered(trimmed(text));
    Reader reader(low);
    const bool is_read = reader.take('p') ? read_iso(reader) : read_words(reader);
    if (!is_read) return rejected(text, " is not a duration.");
    const double seconds = std::round(reader.seconds());
    if (seconds > static_cast<double>(longest_duration.count()))
        return rejected(text, " is longer than 24 hours.");
    if (seconds < 1) return rejected(text, " is no time at all.");
    return std::chrono::seconds(static_cast<long long>(seconds));
}

std::string duration_text(std::chrono::seconds duration)
{
    const long long count = duration.count();
    const TimeUnit *unit = &time_units.back();
    for (const TimeUnit &larger : time_units)
        if (count % larger.seconds == 0) {
            unit = &larger;
            break;
        }
    const long long number = count / unit->seconds;
    return std::to_string(number).append("_").append(unit->names[number == 1 ? 0 : 1]);
}

} // namespace mvr::learning
