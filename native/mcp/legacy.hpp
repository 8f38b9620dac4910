#pragma once

#include "mcp/core.hpp"
#include "mcp/jsonrpc.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace mvr::mcp {

/// The outcome of the legacy handshake.
struct Handshake {
    const Revision *revision;
    std::string result;
};

/// Answers `initialize`: the revision that the client asked for, or the newest of the era.
std::variant<Handshake, ProtocolError> shake_hands(const Core &core, const Json &params);

/// Answers one request within a legacy session as one line of text; an empty one if the client has
/// cancelled it meanwhile. A request whose id is still being worked on is refused.
void answer_legacy(const std::shared_ptr<Core> &core, const std::shared_ptr<LegacySession> &session,
                   Message request, std::function<void(std::string)> reply);

/// Why an array is refused, whatever the session: empty, too long, or of the modern era.
std::optional<ProtocolError> refuse_batch(const Json &batch);
/// Why a session takes no batches, if it takes none.
std::optional<ProtocolError> refuse_batches(const LegacySession &session);

/// Answers a batch that was not refused: an array of the replies, or an empty text if nothing in it
/// asks for one.
void answer_batch(const std::shared_ptr<Core> &core, const std::shared_ptr<LegacySession> &session,
                  Json batch, std::function<void(std::string)> reply);

/// Takes note of a notification of the client.
void note_legacy(LegacySession &session, const Message &notification);

} // namespace mvr::mcp
