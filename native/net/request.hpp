#pragma once

#include <boost/beast/http/basic_parser.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/http/verb.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mvr::net {

/// The line and the fields of a request, in memory that the next request uses again: Beast's own
/// container asks the heap for each field.
class RequestHead {
  public:
    using Verb = boost::beast::http::verb;
    using Field = boost::beast::http::field;

    Verb method() const { return method_; }
    unsigned version() const { return version_; } ///< 11 for HTTP/1.1
    std::string_view target() const { return target_; }

    /// How many there are of a field; by name for those that Beast has no enumerator for.
    std::size_t count(Field field) const;
    std::size_t count(std::string_view name) const;

    /// The value of the first of them.
    std::optional<std::string_view> find(Field field) const;
    std::optional<std::string_view> find(std::string_view name) const;
    /// … empty if there is none.
    std::string_view value(Field field) const { return find(field).value_or(""); }

    void clear();
    void set_line(Verb method, std::string_view target, unsigned version);
    void add(Field field, std::string_view name, std::string_view value);

  private:
    struct Entry {
        Field field;
        std::size_t begin; ///< of the name, in text_; the value follows it
        std::size_t name_bytes;
        std::size_t value_bytes;
    };
    bool is_named(const Entry &entry, std::string_view name) const;
    std::string_view value_of(const Entry &entry) const;

    Verb method_{};
    unsigned version_ = 0;
    std::string target_;
    std::string text_;
    std::vector<Entry> entries_;
};

/// Beast's parser of requests, which stores what it finds in `head` and `body`. What stands behind
/// a chunked body (trailers) is read and dropped, so that it cannot add to the head.
class RequestParser final : public boost::beast::http::basic_parser<true> {
  public:
    /// Empties both; they outlive the parser.
    RequestParser(RequestHead &head, std::string &body);

  private:
    using error_code = boost::beast::error_code;
    using Text = boost::beast::string_view;

    void on_request_impl(RequestHead::Verb method, Text text, Text target, int version,
                         error_code &failed) override;
    void on_response_impl(int, Text, int, error_code &) override {}
    void on_field_impl(RequestHead::Field field, Text name, Text value,
                       error_code &failed) override;
    void on_header_impl(error_code &) override { is_head_read_ = true; }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, error_code &) override {}
    std::size_t on_body_impl(Text part, error_code &failed) override;
    void on_chunk_header_impl(std::uint64_t, Text, error_code &) override {}
    std::size_t on_chunk_body_impl(std::uint64_t remain, Text part, error_code &failed) override;
    void on_finish_impl(error_code &) override {}

    RequestHead &head_;
    std::string &body_;
    bool is_head_read_ = false;
};

} // namespace mvr::net
