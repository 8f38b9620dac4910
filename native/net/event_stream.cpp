#include "net/event_stream.hpp"

#include "net/http_reply.hpp"

#include <charconv>
#include <utility>

namespace mvr::net {
namespace {

void add_chunk(std::string &out, std::string_view event, std::string_view data,
               std::string_view end)
{
    char digits[16] = {};
    const std::size_t size = event.size() + data.size() + end.size();
    const auto written = std::to_chars(digits, digits + sizeof digits, size, 16);
    out.append(digits, written.ptr).append("\r\n");
    out.append(event).append(data).append(end).append("\r\n");
}

} // namespace

void EventStream::add(std::string_view message)
{
    if (!std::exchange(has_begun_, true)) write_stream_header(unsent_, keep_alive_);
    add_chunk(unsent_, "event: message\ndata: ", message, "\n\n");
}

void EventStream::end()
{
    has_ended_ = true;
    unsent_ += "0\r\n\r\n";
}

std::string EventStream::take() { return std::exchange(unsent_, {}); }

} // namespace mvr::net
