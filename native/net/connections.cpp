#include "net/connections.hpp"

#include "support/log.hpp"

#include <algorithm>

namespace mvr::net {
namespace {

using std::chrono::milliseconds;

/// Often enough that no deadline is missed by more than a quarter, and at most every 10 ms.
milliseconds sweep_interval(const Limits &limits)
{
    const milliseconds shortest =
        std::min({limits.header_time, limits.body_time, limits.idle_time, limits.write_time});
    return std::clamp(shortest / 4, milliseconds(10), milliseconds(250));
}

} // namespace

Connection::Connection(std::shared_ptr<ConnectionManager> manager) : manager_(std::move(manager))
{
    manager_->join(this);
}
Connection::~Connection() { manager_->leave(this); }

ConnectionManager::ConnectionManager(asio::io_context &io, mcp::Endpoint &endpoint, Config config)
    : endpoint_(endpoint), config_(std::move(config)), sweep_timer_(io.get_executor())
{
}

bool ConnectionManager::accept()
{
    if (connections_.size() >= config_.limits.connections) return false;
    const auto unknown = [](const Connection *one) { return one->principal() == nullptr; };
    const auto waiting =
        static_cast<std::size_t>(std::count_if(connections_.begin(), connections_.end(), unknown));
    if (waiting >= config_.limits.unauthenticated) {
        (*std::find_if(connections_.begin(), connections_.end(), unknown))->close();
    }
    return true;
}

ConnectionManager::Checked ConnectionManager::check_token(std::string_view presented)
{
    auto principal = config_.authenticate ? config_.authenticate(presented) : nullptr;
    if (principal) return {Token::right, std::move(principal)};
    const auto now = SteadyClock::now();
    if (now - wrong_since_ > config_.limits.wrong_token_window) {
        wrong_since_ = now;
        wrong_tokens_ = 0;
    }
    if (++wrong_tokens_ < config_.limits.wrong_tokens) return {Token::wrong, nullptr};
    if (wrong_tokens_ == config_.limits.wrong_tokens) {
        log_warning(
            "many requests with a wrong token; they are rejected without a look for a while");
    }
    return {Token::wrong_too_often, nullptr};
}

bool ConnectionManager::is_answering() const
{
    return std::ranges::any_of(connections_,
                               [](const Connection *one) { return one->is_answering(); });
}

void ConnectionManager::close_all()
{
    const std::list<Connection *> all = connections_;
    for (Connection *one : all)
        one->close();
    sweep_timer_.cancel();
}

void ConnectionManager::disconnect(const access::PrincipalPtr &principal, const std::string &why)
{
    const std::list<Connection *> all = connections_;
    for (Connection *one : all) {
        if (one->principal() == principal) one->disconnect(why);
    }
}

void ConnectionManager::join(Connection *one)
{
    connections_.push_back(one);
    count_ = connections_.size();
    if (!sweeping_) sweep_later();
}

void ConnectionManager::leave(Connection *one)
{
    connections_.remove(one);
    count_ = connections_.size();
}

void ConnectionManager::sweep_later()
{
    sweeping_ = true;
    sweep_timer_.expires_after(sweep_interval(config_.limits));
    sweep_timer_.async_wait([weak = weak_from_this()](error_code failed) {
        const auto self = weak.lock();
        if (!self) return;
        self->sweeping_ = false;
        if (!failed) self->sweep();
    });
}

void ConnectionManager::sweep()
{
    const auto now = SteadyClock::now();
    const std::list<Connection *> all = connections_;
    for (Connection *one : all) {
        if (one->overdue(now)) one->close();
    }
    if (!connections_.empty()) sweep_later();
}

} // namespace mvr::net
