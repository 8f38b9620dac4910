#include "net/request_reader.hpp"

#include <boost/beast/http/error.hpp>

namespace mvr::net {
namespace {

namespace http = boost::beast::http;

constexpr std::size_t read_bytes = 64 * 1024;

} // namespace

RequestReader::RequestReader(const Limits &limits) : limits_(limits), buffer_(2 * read_bytes) {}

asio::mutable_buffer RequestReader::prepare() { return buffer_.prepare(read_bytes); }

bool RequestReader::has_room() const { return buffer_.max_size() - buffer_.size() >= read_bytes; }

RequestReader::Progress RequestReader::read_head()
{
    if (!parser_) {
        parser_.emplace(head_, body_);
        parser_->header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
        parser_->body_limit(boost::none);
        is_body_admitted_ = false;
    }
    return feed([this] { return parser_->is_header_done(); });
}

void RequestReader::admit_body()
{
    is_body_admitted_ = true;
    parser_->body_limit(limits_.body_bytes);
    parser_->eager(true);
}

RequestReader::Progress RequestReader::read_body()
{
    return feed([this] { return parser_->is_done(); });
}

std::optional<GateRejection> RequestReader::rejection() const
{
    if (failure_.category() != make_error_code(http::error::bad_method).category()) return {};
    if (failure_ == http::error::header_limit || failure_ == http::error::buffer_overflow) {
        return GateRejection{431, "the header is larger than " +
                                      std::to_string(limits_.header_bytes) + " bytes"};
    }
    if (failure_ == http::error::body_limit) {
        return GateRejection{413, "the body is larger than " + std::to_string(limits_.body_bytes) +
                                      " bytes"};
    }
    return GateRejection{400, "malformed HTTP: " + failure_.message()};
}

/// The parser stops after the header by itself; what was read beyond stays in the buffer for the
/// body or the next request.
template <class Done> RequestReader::Progress RequestReader::feed(Done is_done)
{
    while (!is_done()) {
        failure_ = {};
        if (buffer_.size() > 0) buffer_.consume(parser_->put(buffer_.data(), failure_));
        if (failure_ && failure_ != http::error::need_more) return Progress::failed;
        if (is_done() || (!failure_ && buffer_.size() > 0)) continue;
        if (buffer_.size() < read_bytes) return Progress::needs_more;
        failure_ = http::error::buffer_overflow;
        return Progress::failed;
    }
    return Progress::done;
}

} // namespace mvr::net
