#pragma once

#include "mcp/call.hpp"
#include "mcp/jsonrpc.hpp"
#include "mcp/versions.hpp"
#include "support/clock.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace mvr::mcp {

/// The requests of one peer that are being worked on, by id. Two peers may use the same ids.
class InFlight {
  public:
    /// More than any client has outstanding; bounds what one that never waits can make us hold.
    static constexpr std::size_t most_requests = 256;

    /// Counts it, or says why it is not to be begun: one of this id is already being worked on, or
    /// `most_requests` are.
    std::optional<ProtocolError> begin(const std::string &id, CallPtr call);
    /// The request ends. False if it was cancelled, so that its answer is not to be sent.
    bool end(const std::string &id);
    /// Its work is asked to stop, and its answer is not to be sent.
    void cancel(const std::string &id);
    /// The peer is gone: all of its work is asked to stop.
    void cancel_all();
    std::size_t size() const { return calls_.size(); }

  private:
    struct Entry {
        CallPtr call;
        bool is_wanted = true;
    };
    std::map<std::string, Entry> calls_; ///< by the id's JSON
};

/// What `initialize` settled with one legacy client.
struct LegacySession {
    std::string id;                     ///< empty on a stream of lines
    access::PrincipalPtr principal;     ///< who initialized it
    const Revision *revision = nullptr; ///< null until initialized
    ClientInfo client;                  ///< as it said then
    TimeMs last_used = 0;
    InFlight in_flight;
};

/// The legacy sessions over HTTP. Ids have 192 random bits.
class SessionTable {
  public:
    static constexpr std::size_t most_sessions = 1024;
    static constexpr TimeMs idle_limit = 60 * 60 * 1000;

    /// When the table is full the session that was unused for longest is dropped; its client gets
    /// 404 and initializes again.
    std::shared_ptr<LegacySession> create(const Revision &revision, access::PrincipalPtr principal,
                                          TimeMs now);
    /// Null if there is none, or it was idle for too long.
    std::shared_ptr<LegacySession> find(std::string_view id, TimeMs now);
    /// The session ends, and with it the work of its calls; whoever waits for one is answered.
    void end(std::string_view id);
    /// So do all that `principal` began: itself, not another of its id.
    void end_all_of(const access::PrincipalPtr &principal);
    std::size_t size() const { return sessions_.size(); }

  private:
    template <class Ends> void end_if(Ends ends);
    void make_room(TimeMs now);

    std::map<std::string, std::shared_ptr<LegacySession>, std::less<>> sessions_;
};

} // namespace mvr::mcp
