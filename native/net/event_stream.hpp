#pragma once

#include <string>
#include <string_view>

namespace mvr::net {

/// The response to one request as a stream of events (text/event-stream, HTML Living Standard
/// §9.2), in the chunks of HTTP/1.1 (RFC 9112 §7.1). Holds the bytes that are still to be written;
/// knows no socket. Thread: net.
class EventStream {
  public:
    /// `keep_alive`: whether the connection goes on after it, as the header says.
    explicit EventStream(bool keep_alive) : keep_alive_(keep_alive) {}

    bool has_begun() const { return has_begun_; }
    bool has_ended() const { return has_ended_; }

    /// Adds one JSON-RPC message as an event, behind the header of the response if it is the first.
    void add(std::string_view message);
    /// Nothing follows.
    void end();

    std::size_t unsent_bytes() const { return unsent_.size(); }
    /// Gives what is to be written next; empty if there is nothing.
    std::string take();

  private:
    bool keep_alive_;
    std::string unsent_;
    bool has_begun_ = false;
    bool has_ended_ = false;
};

} // namespace mvr::net
