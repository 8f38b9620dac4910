#include "store/stream_keys.hpp"

#include <algorithm>
#include <utility>

namespace mvr::store {
namespace {

constexpr std::size_t open_at_once = 512; // guarded memory costs three mappings a key

/// What a wrapped key is bound to.
std::string owner(const Id &stream, const vault::Pseudonym &pseudonym)
{
    return std::string("streams").append(vault::as_text(stream)).append(vault::as_text(pseudonym));
}

Id random_id()
{
    const vault::Key random = vault::random_key();
    Id id;
    std::copy_n(random.bytes().begin(), id.size(), id.begin());
    return id;
}

} // namespace

StreamKeys::StreamKeys(vault::VaultKeys keys, std::span<const StreamRow> streams)
    : keys_(std::move(keys))
{
    for (const StreamRow &stream : streams) {
        if (opens(stream, keys_)) add(stream);
    }
}

const Id *StreamKeys::stream_of(const vault::Pseudonym &pseudonym) const
{
    const auto found = by_learner_.find(pseudonym);
    return found == by_learner_.end() ? nullptr : &found->second;
}

const vault::Pseudonym *StreamKeys::pseudonym_of(const Id &stream) const
{
    const auto found = streams_.find(stream);
    return found == streams_.end() ? nullptr : &found->second.pseudonym;
}

StreamRow StreamKeys::make(const vault::Pseudonym &pseudonym)
{
    StreamRow stream{random_id(), pseudonym, {}};
    auto key = vault::random_key();
    stream.wrapped = vault::wrap(keys_.wrapping, owner(stream.id, pseudonym), key);
    add(stream);
    keep_open(stream.id, std::move(key));
    return stream;
}

void StreamKeys::add(const StreamRow &stream)
{
    if (streams_.emplace(stream.id, Entry{stream.pseudonym, stream.wrapped}).second) {
        by_learner_.insert_or_assign(stream.pseudonym, stream.id);
    }
}

void StreamKeys::remove(const Id &stream)
{
    const auto found = streams_.find(stream);
    if (found == streams_.end()) return;
    const auto learner = by_learner_.find(found->second.pseudonym);
    if (learner != by_learner_.end() && learner->second == stream) by_learner_.erase(learner);
    std::ranges::fill(found->second.wrapped, std::byte{});
    streams_.erase(found);
    open_.erase(stream);
}

Result<const vault::Key *> StreamKeys::key(const Id &stream)
{
    if (stream == ownerless_stream) return &keys_.ownerless;
    if (const auto open = open_.find(stream); open != open_.end()) return &open->second;
    const auto found = streams_.find(stream);
    if (found == streams_.end()) {
        return Error{Errc::not_found, "the key of this event's stream was destroyed", "", ""};
    }
    auto key = vault::unwrap(keys_.wrapping, owner(stream, found->second.pseudonym),
                             found->second.wrapped);
    if (!key) return key.error();
    return &keep_open(stream, *std::move(key));
}

const vault::Key &StreamKeys::keep_open(const Id &stream, vault::Key key)
{
    if (open_.size() >= open_at_once) open_.clear();
    return open_.insert_or_assign(stream, std::move(key)).first->second;
}

Result<vault::Bytes> StreamKeys::unseal(const SealedRow &row)
{
    const auto stream_key = key(row.stream);
    if (!stream_key) return stream_key.error();
    return vault::open(**stream_key, vault::as_text(seal_context(row)), row.sealed);
}

bool opens(const StreamRow &stream, const vault::VaultKeys &keys)
{
    return vault::unwrap(keys.wrapping, owner(stream.id, stream.pseudonym), stream.wrapped)
        .has_value();
}

} // namespace mvr::store
