#include "store/sealed_snapshot.hpp"

#include "store/state_parts.hpp"
#include "vault/seal.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace mvr::store {
namespace {

/// Raised when what stands around the parts changes.
constexpr std::string_view layout = "snapshot-3";

/// The part that says what a whole snapshot consists of.
constexpr std::string_view contents_fold = "contents";

/// Which parts a learner has in it, and how many streams' parts it has: a snapshot that an older
/// program made lacks newer parts.
std::string contents(std::size_t streams)
{
    std::string text = std::to_string(streams);
    for (const LearnerPart &part : learner_parts())
        text.append(" ").append(part.name).append(":").append(std::to_string(part.version));
    return text;
}

std::string context_of(const std::string &fold, const Id &stream, const RecordHead &folded_to)
{
    return std::string(layout) + '|' + fold + '|' + vault::to_hex(stream) + '|' +
           std::to_string(folded_to.sequence) + '|' + vault::to_hex(folded_to.link);
}

const vault::Key *key_of(StreamKeys &keys, const Id &stream)
{
    if (stream == ownerless_stream) return &keys.vault().meta;
    const auto key = keys.key(stream);
    return key ? *key : nullptr;
}

const Id *stream_of(const StreamKeys &keys, const std::string &learner)
{
    return learner.empty() ? &ownerless_stream : keys.stream_of(keys.vault().pseudonym(learner));
}

/// Version, learner and text, one after another.
std::string plain_of(const State::Part &part)
{
    return std::to_string(part.version) + '\n' + to_text(part.learner) + '\n' + part.text;
}

std::optional<State::Part> part_of(const std::string &fold, std::string_view plain)
{
    const auto first = plain.find('\n');
    const auto second = first == plain.npos ? first : plain.find('\n', first + 1);
    if (second == plain.npos) return std::nullopt;
    State::Part part;
    part.fold = fold;
    const std::string version(plain.substr(0, first));
    std::from_chars(version.data(), version.data() + version.size(), part.version);
    const Json learner = Json::parse(plain.substr(first + 1, second - first - 1), nullptr, false);
    if (!learner.is_string()) return std::nullopt;
    part.learner = learner.get<std::string>();
    part.text = plain.substr(second + 1);
    return part;
}

bool is_whole(const std::map<Id, std::size_t> &parts_by_stream, const std::string &said)
{
    const std::size_t each = learner_parts().size() + 1; // and when the learner was seen
    for (const auto &[stream, parts] : parts_by_stream)
        if (stream != ownerless_stream && parts != each) return false;
    const std::size_t streams = parts_by_stream.size() - parts_by_stream.count(ownerless_stream);
    return said == contents(streams);
}

} // namespace

std::vector<SnapshotPart> seal_snapshot(const State &state, StreamKeys &keys,
                                        const RecordHead &folded_to)
{
    std::vector<SnapshotPart> parts;
    std::set<Id> streams;
    const auto add = [&](const std::string &fold, const Id &stream, const vault::Key &key,
                         std::string_view plain) {
        parts.push_back(
            {fold, stream,
             vault::seal(key, context_of(fold, stream, folded_to), vault::as_bytes(plain))});
    };
    for (const State::Part &part : state.save()) {
        const Id *stream = stream_of(keys, part.learner);
        const vault::Key *key = stream == nullptr ? nullptr : key_of(keys, *stream);
        if (key == nullptr) continue; // erased meanwhile
        if (*stream != ownerless_stream) streams.insert(*stream);
        add(part.fold, *stream, *key, plain_of(part));
    }
    add(std::string(contents_fold), ownerless_stream, keys.vault().meta, contents(streams.size()));
    return parts;
}

std::optional<State> open_snapshot(const EventStore::Snapshot &snapshot, StreamKeys &keys)
{
    if (snapshot.folded_to.sequence == 0) return std::nullopt;
    State state;
    std::string said;
    std::map<Id, std::size_t> parts_by_stream;
    for (const SnapshotPart &sealed : snapshot.parts) {
        const vault::Key *key = key_of(keys, sealed.stream);
        if (key == nullptr) return std::nullopt;
        const auto plain = vault::open(
            *key, context_of(sealed.fold, sealed.stream, snapshot.folded_to), sealed.sealed);
        if (!plain) return std::nullopt;
        if (sealed.fold == contents_fold) {
            said = vault::as_text(*plain);
            continue;
        }
        ++parts_by_stream[sealed.stream];
        const auto part = part_of(sealed.fold, vault::as_text(*plain));
        if (!part || !state.load(*part)) return std::nullopt;
    }
    if (!is_whole(parts_by_stream, said)) return std::nullopt;
    return state;
}

} // namespace mvr::store
