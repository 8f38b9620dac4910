#include "store/head_file.hpp"

#include "support/os.hpp"

#include <sstream>

namespace mvr::store {
namespace {

constexpr std::string_view title = "malloc-vr record head 2";

template <std::size_t size> bool read_hex(std::string_view hex, std::array<std::byte, size> &into)
{
    if (hex.size() != 2 * size) return false;
    for (std::size_t i = 0; i < size; i += vault::Key::size_bytes) {
        const auto part = vault::key_from_hex(hex.substr(2 * i, 2 * vault::Key::size_bytes));
        if (!part) return false;
        std::copy(part->bytes().begin(), part->bytes().end(),
                  into.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return true;
}

} // namespace

std::string head_text(const RecordEnd &end, const SignHead &sign)
{
    std::ostringstream text;
    text << title << "\nevents " << end.head.sequence << "\nlink " << vault::to_hex(end.head.link)
         << "\nsignature " << vault::to_hex(sign(end.head)) << "\ntime_ms " << end.time_ms
         << "\nwritten " << iso8601(end.time_ms) << '\n';
    return text.str();
}

std::optional<RecordEnd> end_of_text(const std::string &text, const vault::VerifyKey &key)
{
    std::istringstream lines(text);
    std::string first;
    std::getline(lines, first);
    RecordEnd end;
    vault::Signature made{};
    std::string events, link, link_hex, signature, signature_hex, time;
    lines >> events >> end.head.sequence >> link >> link_hex >> signature >> signature_hex >>
        time >> end.time_ms;
    const bool ours = first == title && events == "events" && link == "link" &&
                      signature == "signature" && !lines.fail() &&
                      read_hex(link_hex, end.head.link) && read_hex(signature_hex, made);
    if (!ours || !vault::verify(key, signed_head(end.head), made)) return std::nullopt;
    return end;
}

Result<void> write_head_file(const std::string &path, const RecordEnd &end, const SignHead &sign)
{
    return os::write_private_file(path, head_text(end, sign));
}

Result<RecordEnd> read_head_file(const std::string &path, const vault::VerifyKey &key)
{
    const auto text = os::read_private_file(path);
    if (!text) return text.error();
    const auto end = end_of_text(*text, key);
    if (!end) return Error{Errc::tampered, "the file '" + path + "' was altered", "", ""};
    return *end;
}

} // namespace mvr::store
