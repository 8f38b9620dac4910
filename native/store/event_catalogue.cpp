#include "store/event_catalogue.hpp"

#include "store/event.hpp"
#include "store/upcaster.hpp"
#include "support/json_writer.hpp"

#include <array>
#include <type_traits>

namespace mvr::store {
namespace {

/// One kind of event, as its file says.
struct Kind {
    std::string_view name;
    std::span<const Upcaster> (*upcasters)();
    bool (*read)(const Json &json, Payload &payload);

    int version() const { return static_cast<int>(upcasters().size()) + 1; }
};

std::span<const Upcaster> no_upcasters() { return {}; }

template <class T> bool read_as(const Json &json, Payload &payload)
{
    return read_json_value(json, payload.emplace<T>());
}

template <class T> constexpr Kind kind()
{
    if constexpr (requires { T::upcasters(); }) {
        return {T::name, T::upcasters, read_as<T>};
    } else {
        return {T::name, no_upcasters, read_as<T>};
    }
}

// In the order of Payload's alternatives.
constexpr std::array kinds{
#define MVR_EVENT(type, file) kind<type>(),
#include "store/all_events.def"
#undef MVR_EVENT
};
static_assert(kinds.size() + 1 == std::variant_size_v<Payload>);

const Kind *find_kind(std::string_view name)
{
    for (const Kind &each : kinds)
        if (each.name == name) return &each;
    return nullptr;
}

Error not_ours(const std::string &what)
{
    return {Errc::tampered, "an event holds no text of this program: " + what, "", ""};
}

Result<Payload> decode_payload(const std::string &type, int version, Json json)
{
    const Kind *found = find_kind(type);
    if (found == nullptr || version > found->version()) {
        return Payload(UnknownEvent{type, version, std::move(json)});
    }
    if (version < 1) return not_ours("a version below 1");
    for (const Upcaster upcast : found->upcasters().subspan(static_cast<std::size_t>(version) - 1))
        json = upcast(json);
    Payload payload;
    if (!found->read(json, payload)) return not_ours("a " + type + " of another shape");
    return payload;
}

} // namespace

int event_catalogue_number()
{
    int number = 0;
    for (const Kind &each : kinds)
        number += each.version();
    return number;
}

vault::Bytes event_from_v1(const EventV1 &event)
{
    // {"type": …} becomes {"version": n, "type": …}: the rest stays byte for byte.
    const std::string version = "{\"version\":" + std::to_string(event.version) + ',';
    const auto head = vault::as_bytes(version);
    vault::Bytes plain(head.begin(), head.end());
    const auto rest = event.plain.empty() ? event.plain : event.plain.subspan(1);
    plain.insert(plain.end(), rest.begin(), rest.end());
    return plain;
}

std::string_view type_of(const Payload &payload)
{
    if (const auto *unknown = std::get_if<UnknownEvent>(&payload)) return unknown->type;
    return kinds.at(payload.index()).name;
}

int version_of(const Payload &payload)
{
    if (const auto *unknown = std::get_if<UnknownEvent>(&payload)) return unknown->version;
    return kinds.at(payload.index()).version();
}

Json payload_json(const Payload &payload)
{
    return std::visit(
        [](const auto &each) {
            if constexpr (std::is_same_v<std::decay_t<decltype(each)>, UnknownEvent>) {
                return each.payload;
            } else {
                return to_json_value(each);
            }
        },
        payload);
}

std::string encode_event(const std::string &learner, const Payload &payload)
{
    // Put together as text: a Json around it would copy the payload.
    std::string text = "{\"type\":" + to_text(std::string(type_of(payload))) +
                       ",\"version\":" + std::to_string(version_of(payload)) +
                       ",\"learner\":" + to_text(learner) + ",\"payload\":";
    std::visit(
        [&](const auto &each) {
            if constexpr (std::is_same_v<std::decay_t<decltype(each)>, UnknownEvent>) {
                text += to_text(each.payload);
            } else {
                write_json(text, each);
            }
        },
        payload);
    return text += '}';
}

Result<DecodedEvent> decode_event(std::string_view plain)
{
    // Our own text, authenticated: no limit on its depth, which a client's payload may have used
    // up.
    Json json = Json::parse(plain, nullptr, false);
    std::string type;
    int version = 1;
    DecodedEvent event;
    if (!json.is_object() || !json.contains("payload") || !json.contains("type") ||
        !json.contains("learner") || !read_json_value(json.at("type"), type) ||
        !read_json_value(json.at("learner"), event.learner)) {
        return not_ours("a part is missing");
    }
    if (json.contains("version") && !read_json_value(json.at("version"), version)) {
        return not_ours("the version is no number");
    }
    auto payload = decode_payload(type, version, std::move(json.at("payload")));
    if (!payload) return std::move(payload).error();
    event.payload = *std::move(payload);
    return event;
}

} // namespace mvr::store
