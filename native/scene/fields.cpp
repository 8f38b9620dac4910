#include "scene/condition.hpp"
#include "scene/parse.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace mvr::scene {
namespace {

const Json absent;

constexpr std::array<std::pair<std::string_view, Vec3>, 6> axes{{{"x", {1, 0, 0}},
                                                                 {"y", {0, 1, 0}},
                                                                 {"z", {0, 0, 1}},
                                                                 {"-x", {-1, 0, 0}},
                                                                 {"-y", {0, -1, 0}},
                                                                 {"-z", {0, 0, -1}}}};

} // namespace

std::string_view shortened(std::string_view text)
{
    constexpr std::size_t readable_bytes = 64;
    if (text.size() <= readable_bytes) return text;
    std::size_t end = readable_bytes;
    while (end > 0 && (text[end] & 0xC0) == 0x80)
        --end; // never inside a UTF-8 character
    return text.substr(0, end);
}

std::string in_quotes(std::string_view text)
{
    std::string out("'");
    out += shortened(text);
    if (shortened(text).size() < text.size()) out += "…";
    out += '\'';
    return out;
}

std::string listed(std::span<const std::string_view> words)
{
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

Quantity length_quantity()
{
    return {.units = length_units(), .epsilon_si = length_epsilon_m, .least_si = 0};
}

Quantity angle_quantity()
{
    return {.units = angle_units(),
            .epsilon_si = angle_epsilon_rad,
            .least_si = 0,
            .most_si = std::numbers::pi};
}

Quantity turn_quantity() { return {.units = angle_units(), .epsilon_si = angle_epsilon_rad}; }

Fields::Fields(Compiler &compiler, const Json &json, std::string path,
               std::initializer_list<std::string_view> allowed)
    : compiler_(compiler), json_(json.is_object() ? json : absent), path_(std::move(path))
{
    const std::string remedy = "Allowed members: " + listed(allowed) + ".";
    if (!json.is_object()) {
        refuse_all("an object is needed, not " + std::string(json.type_name()), remedy);
        return;
    }
    for (const auto &member : json.items()) {
        if (std::ranges::find(allowed, member.key()) == allowed.end()) {
            refuse(member.key(), "unknown member " + in_quotes(member.key()), remedy);
        }
    }
}

bool Fields::has(std::string_view key) const { return json_.contains(key); }

const Json &Fields::required(std::string_view key, std::string_view remedy)
{
    const auto member = json_.find(key);
    if (member != json_.end()) return *member;
    refuse(key, in_quotes(key) + " is missing", std::string(remedy));
    return absent;
}

std::string Fields::text(std::string_view key, std::size_t limit)
{
    const std::string remedy = "Give a text of 1 to " + std::to_string(limit) + " characters.";
    const Json &value = required(key, remedy);
    if (!value.is_string() || value.get_ref<const std::string &>().empty()) {
        refuse(key, in_quotes(key) + " is not a text that says something", remedy);
        return {};
    }
    const auto &text = value.get_ref<const std::string &>();
    if (characters(text) > limit) {
        compiler_.refuse(path(key),
                         in_quotes(key) + " has more than " + std::to_string(limit) + " characters",
                         remedy, Errc::limit_exceeded);
        return {};
    }
    return text;
}

std::string Fields::name(std::string_view key) { return text(key, condition_name_limit); }

ObjectIndex Fields::object(std::string_view key)
{
    const std::string found = name(key);
    return compiler_.failed() ? 0 : compiler_.object(found);
}

ObjectIndex Fields::other_object(std::string_view key, ObjectIndex object)
{
    const ObjectIndex other = this->object(key);
    if (!compiler_.failed() && other == object) {
        refuse(key, "an object cannot be held against itself", "Name another object.");
    }
    return other;
}

std::variant<ObjectIndex, Vec3> Fields::target(std::string_view key, ObjectIndex object)
{
    const Json &value = required(key, "Name an object, or give three numbers [x, y, z].");
    if (value.is_array()) return point(value, key);
    return other_object(key, object);
}

Vec3 Fields::point(const Json &json, std::string_view key)
{
    std::array<double, 3> numbers{};
    bool good = json.size() == numbers.size();
    for (std::size_t i = 0; good && i < numbers.size(); ++i) {
        good = json[i].is_number() && std::isfinite(json[i].get<double>());
        if (good) numbers[i] = json[i].get<double>();
    }
    if (!good) {
        refuse(key, in_quotes(key) + " is not three finite numbers",
               "Give [x, y, z] in world coordinates, or the name of an object.");
    }
    return {numbers[0], numbers[1], numbers[2]};
}

Axis Fields::axis(std::string_view key)
{
    constexpr std::string_view remedy = "Give one of: x, y, z, -x, -y, -z.";
    const Json &value = required(key, remedy);
    if (value.is_string()) {
        const auto &text = value.get_ref<const std::string &>();
        const auto *const found =
            std::ranges::find(axes, text, [](const auto &a) { return a.first; });
        if (found != axes.end()) return {text, found->second};
    }
    refuse(key, in_quotes(key) + " is not an axis", std::string(remedy));
    return {};
}

std::optional<double> Fields::number(std::string_view key)
{
    if (!has(key)) return std::nullopt;
    const Json &value = *json_.find(key);
    if (value.is_number() && std::isfinite(value.get<double>())) return value.get<double>();
    refuse(key, in_quotes(key) + " is not a finite number", "Give a number.");
    return std::nullopt;
}

std::string Fields::path(std::string_view key) const
{
    return path_ + "." + std::string(shortened(key));
}

void Fields::refuse(std::string_view key, std::string message, std::string remedy)
{
    compiler_.refuse(path(key), std::move(message), std::move(remedy));
}

void Fields::refuse_all(std::string message, std::string remedy)
{
    compiler_.refuse(path_, std::move(message), std::move(remedy));
}

} // namespace mvr::scene
