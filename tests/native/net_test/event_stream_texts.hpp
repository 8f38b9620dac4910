#pragma once

#include "http_texts.hpp"

#include "support/json.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

// Streams of events as a client asks for them and reads them.

namespace mvr::net {

/// The header lines of a call of `hold` whose client takes a stream of events.
inline std::string watched_hold_fields(const std::string &more = "")
{
    return hold_fields() + "Accept: application/json, text/event-stream\r\n" + more;
}

/// The body of a response in chunks, put together; what follows it is left in `text`.
inline std::string take_chunked_body(std::string &text)
{
    std::string body;
    text.erase(0, text.find("\r\n\r\n") + 4);
    for (;;) {
        const std::size_t size = std::stoul(text, nullptr, 16);
        text.erase(0, text.find("\r\n") + 2);
        body += text.substr(0, size);
        text.erase(0, size + 2);
        if (size == 0) return body;
    }
}

/// The messages of a stream of events.
inline std::vector<Json> messages(const std::string &stream)
{
    const std::string begin = "event: message\ndata: ";
    std::vector<Json> found;
    for (std::size_t at = 0; at < stream.size();) {
        REQUIRE(stream.compare(at, begin.size(), begin) == 0);
        const std::size_t end = stream.find("\n\n", at);
        REQUIRE(end != std::string::npos);
        const std::size_t data = at + begin.size();
        found.push_back(Json::parse(stream.substr(data, end - data)));
        at = end + 2;
    }
    return found;
}

} // namespace mvr::net
