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

bool verify(const SignedHead &head, const vault::VerifyKey &key)
{
    return vault::verify(key, signed_head(head.head), head.signature);
}

Result<void> write_head_file(const std::string &path, const SignedHead &head)
{
    std::ostringstream text;
    text << title << "\nevents " << head.head.sequence << "\nlink " << vault::to_hex(head.head.link)
         << "\nsignature " << vault::to_hex(head.signature) << "\ntime_ms " << head.time_ms
         << "\nwritten " << iso8601(head.time_ms) << '\n';
    return os::write_private_file(path, text.str());
}

Result<SignedHead> read_head_file(const std::string &path, const vault::VerifyKey &key)
{
    const auto text = os::read_private_file(path);
    if (!text) return text.error();
    std::istringstream lines(*text);
    std::string first;
    std::getline(lines, first);
    SignedHead head;
    std::string events, link, link_hex, signature, signature_hex, time;
    lines >> events >> head.head.sequence >> link >> link_hex >> signature >> signature_hex >>
        time >> head.time_ms;
    const bool ours = first == title && events == "events" && link == "link" &&
                      signature == "signature" && !lines.fail() &&
                      read_hex(link_hex, head.head.link) && read_hex(signature_hex, head.signature);
    if (!ours || !verify(head, key)) {
        return Error{Errc::tampered, "the file '" + path + "' was altered", "", ""};
    }
    return head;
}

} // namespace mvr::store
