#include "net/request.hpp"

#include <boost/beast/core/string.hpp>

#include <algorithm>

namespace mvr::net {
namespace {

/// What one large request has taken is not kept for its connection's lifetime.
constexpr std::size_t most_kept_bytes = 64 * 1024;

void empty(std::string &text)
{
    if (text.capacity() > most_kept_bytes) text = {};
    text.clear();
}

} // namespace

void RequestHead::clear()
{
    empty(target_);
    empty(text_);
    entries_.clear();
}

void RequestHead::set_line(Verb method, std::string_view target, unsigned version)
{
    method_ = method;
    target_ = target;
    version_ = version;
}

void RequestHead::add(Field field, std::string_view name, std::string_view value)
{
    entries_.push_back({field, text_.size(), name.size(), value.size()});
    text_.append(name).append(value);
}

bool RequestHead::is_named(const Entry &entry, std::string_view name) const
{
    return entry.name_bytes == name.size() &&
           boost::beast::iequals(std::string_view(text_).substr(entry.begin, name.size()), name);
}

std::string_view RequestHead::value_of(const Entry &entry) const
{
    return std::string_view(text_).substr(entry.begin + entry.name_bytes, entry.value_bytes);
}

std::size_t RequestHead::count(Field field) const
{
    return static_cast<std::size_t>(std::ranges::count(entries_, field, &Entry::field));
}

std::size_t RequestHead::count(std::string_view name) const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(entries_, [&](const Entry &one) { return is_named(one, name); }));
}

std::optional<std::string_view> RequestHead::find(Field field) const
{
    const auto found = std::ranges::find(entries_, field, &Entry::field);
    if (found == entries_.end()) return {};
    return value_of(*found);
}

std::optional<std::string_view> RequestHead::find(std::string_view name) const
{
    const auto found =
        std::ranges::find_if(entries_, [&](const Entry &one) { return is_named(one, name); });
    if (found == entries_.end()) return {};
    return value_of(*found);
}

RequestParser::RequestParser(RequestHead &head, std::string &body) : head_(head), body_(body)
{
    head_.clear();
    empty(body_);
}

void RequestParser::on_request_impl(RequestHead::Verb method, Text, Text target, int version,
                                    error_code &)
{
    head_.set_line(method, {target.data(), target.size()}, static_cast<unsigned>(version));
}

void RequestParser::on_field_impl(RequestHead::Field field, Text name, Text value, error_code &)
{
    if (is_head_read_) return;
    head_.add(field, {name.data(), name.size()}, {value.data(), value.size()});
}

std::size_t RequestParser::on_body_impl(Text part, error_code &)
{
    body_.append(part.data(), part.size());
    return part.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, Text part, error_code &)
{
    body_.append(part.data(), part.size());
    return part.size();
}

} // namespace mvr::net
