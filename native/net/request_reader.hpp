#pragma once

#include "net/gate.hpp"
#include "net/request.hpp"
#include "net/server.hpp"
#include "net/types.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <optional>
#include <string>

namespace mvr::net {

/// The requests of one connection, one after another, from bytes that are put in as they come.
/// Knows no socket. Thread: net.
class RequestReader {
  public:
    /// `limits` outlive it.
    explicit RequestReader(const Limits &limits);

    /// Where the next bytes go, while there is space for them; `commit` says how many came.
    asio::mutable_buffer prepare();
    /// Always, unless bytes were put in behind a request that has not been answered.
    bool has_room() const;
    void commit(std::size_t bytes) { buffer_.commit(bytes); }
    /// Whether no byte of a request has come.
    bool is_idle() const { return !parser_ && buffer_.size() == 0; }
    void drop_bytes() { buffer_.clear(); }

    enum class Progress { done, needs_more, failed };
    /// Goes on with the header of a request, and begins one if none is being read.
    Progress read_head();
    /// Lets the body in, once somebody has judged the header. Until then no limit holds for it,
    /// as Content-Length is judged there.
    void admit_body();
    Progress read_body();
    /// Why reading failed, as the client is to hear it; empty for what is no error of HTTP.
    std::optional<GateRejection> rejection() const;
    /// The request was answered.
    void next() { parser_.reset(); }

    bool is_whole() const { return parser_->is_done(); }
    bool is_body_admitted() const { return parser_ && is_body_admitted_; }
    bool keeps_alive() const { return parser_->keep_alive() && head_.version() == 11; }
    const RequestHead &head() const { return head_; }
    const std::string &body() const { return body_; }

  private:
    template <class Done> Progress feed(Done is_done);

    const Limits &limits_;
    boost::beast::flat_buffer buffer_;
    RequestHead head_;
    std::string body_;
    std::optional<RequestParser> parser_; ///< of the request that is being read or answered
    error_code failure_;
    bool is_body_admitted_ = false;
};

} // namespace mvr::net
