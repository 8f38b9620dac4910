#include "mcp/legacy_session.hpp"

#include "support/os.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mvr::mcp {
namespace {

constexpr std::size_t id_bytes = 24;

std::string new_session_id()
{
    std::array<std::byte, id_bytes> bytes;
    os::random_bytes(bytes);
    std::string id;
    for (const std::byte one : bytes) {
        constexpr std::string_view digits = "0123456789abcdef";
        id += digits[std::to_integer<std::size_t>(one >> 4)];
        id += digits[std::to_integer<std::size_t>(one & std::byte{15})];
    }
    return id;
}

} // namespace

std::optional<ProtocolError> InFlight::begin(const std::string &id, CallPtr call)
{
    if (calls_.size() >= most_requests) {
        return ProtocolError{code::internal_error,
                             std::to_string(most_requests) +
                                 " requests are being answered; wait for some",
                             200, nullptr};
    }
    if (!calls_.emplace(id, Entry{std::move(call)}).second) {
        return ProtocolError{code::invalid_request, "a request of this id is still being answered",
                             400, nullptr};
    }
    return {};
}

bool InFlight::end(const std::string &id)
{
    const auto node = calls_.extract(id);
    return !node.empty() && node.mapped().is_wanted;
}

void InFlight::cancel(const std::string &id)
{
    const auto found = calls_.find(id);
    if (found == calls_.end()) return;
    found->second.is_wanted = false;
    found->second.call->stop.request_stop();
}

void InFlight::cancel_all()
{
    for (auto &[id, entry] : calls_)
        entry.call->stop.request_stop();
}

std::shared_ptr<LegacySession> SessionTable::create(const Revision &revision,
                                                    access::PrincipalPtr principal, TimeMs now)
{
    make_room(now);
    auto session = std::make_shared<LegacySession>();
    session->id = new_session_id();
    session->principal = std::move(principal);
    session->revision = &revision;
    session->last_used = now;
    sessions_.emplace(session->id, session);
    return session;
}

std::shared_ptr<LegacySession> SessionTable::find(std::string_view id, TimeMs now)
{
    const auto found = sessions_.find(id);
    if (found == sessions_.end()) return nullptr;
    if (now - found->second->last_used > idle_limit) {
        end(id);
        return nullptr;
    }
    found->second->last_used = now;
    return found->second;
}

void SessionTable::end(std::string_view id)
{
    const auto found = sessions_.find(id);
    if (found == sessions_.end()) return;
    found->second->in_flight.cancel_all();
    sessions_.erase(found);
}

template <class Ends> void SessionTable::end_if(Ends ends)
{
    std::erase_if(sessions_, [&](const auto &entry) {
        const bool is_one = ends(*entry.second);
        if (is_one) entry.second->in_flight.cancel_all();
        return is_one;
    });
}

void SessionTable::end_all_of(const access::PrincipalPtr &principal)
{
    end_if([&](const LegacySession &session) { return session.principal == principal; });
}

void SessionTable::make_room(TimeMs now)
{
    if (sessions_.size() < most_sessions) return;
    end_if([&](const LegacySession &session) { return now - session.last_used > idle_limit; });
    if (sessions_.size() < most_sessions) return;
    const auto unused_longest = std::ranges::min_element(
        sessions_, {}, [](const auto &entry) { return entry.second->last_used; });
    end(unused_longest->first);
}

} // namespace mvr::mcp
