#include "scene/statement.hpp"

#include <variant>

namespace mvr::scene {
namespace {

std::string tolerance_text(const Range &range)
{
    if (range.tolerance <= 0) return "";
    return " (± " + format_number(range.tolerance) + std::string(range.unit.symbol) + ")";
}

} // namespace

std::string to_sentence(const Statement &statement)
{
    return statement.fact + (statement.need.empty() ? "." : "; " + statement.need + ".");
}

Statement number_statement(const std::string &subject, double value, const Range &range,
                           const std::string &object)
{
    const std::string unit(range.unit.symbol);
    Compared said{format_number(value), ""};
    std::string need;
    if (!range.reaches_min(value)) {
        said = compared(value, *range.min);
        need = "at least " + said.limit + unit + tolerance_text(range) + " is needed";
    } else if (!range.keeps_max(value)) {
        said = compared(value, *range.max);
        need = "at most " + said.limit + unit + tolerance_text(range) + " is allowed";
    }
    return {subject + " " + said.value + unit + (object.empty() ? "" : " ") + object, need};
}

std::string describe(const Property &value)
{
    if (const auto *flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (const auto *whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
    if (const auto *number = std::get_if<double>(&value)) return format_number(*number, 6);
    return std::string("“").append(std::get<std::string>(value)).append("”");
}

std::string describe(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "no material" : text;
}

std::string describe(const Vec3 &v)
{
    std::string text("(");
    text.append(format_number(v.x)).append(", ").append(format_number(v.y)).append(", ");
    return text.append(format_number(v.z)).append(")");
}

} // namespace mvr::scene
