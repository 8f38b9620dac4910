#include "net/peers.hpp"

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

Peer::Peer(std::shared_ptr<Peers> peers) : peers_(std::move(peers)) { peers_->join(this); }
Peer::~Peer() { peers_->leave(this); }

Peers::Peers(asio::io_context &io, mcp::Endpoint &endpoint, Config config)
    : endpoint_(endpoint), config_(std::move(config)), sweep_timer_(io.get_executor())
{
}

bool Peers::admit()
{
    if (peers_.size() >= config_.limits.connections) return false;
    const auto unknown = [](const Peer *peer) { return !peer->authenticated(); };
    const auto waiting =
        static_cast<std::size_t>(std::count_if(peers_.begin(), peers_.end(), unknown));
    if (waiting >= config_.limits.unauthenticated) {
        (*std::find_if(peers_.begin(), peers_.end(), unknown))->close();
    }
    return true;
}

Peers::Token Peers::check_token(std::string_view presented)
{
    if (config_.token_matches && config_.token_matches(presented)) return Token::right;
    const auto now = SteadyClock::now();
    if (now - wrong_since_ > config_.limits.wrong_token_window) {
        wrong_since_ = now;
        wrong_tokens_ = 0;
    }
    if (++wrong_tokens_ < config_.limits.wrong_tokens) return Token::wrong;
    if (wrong_tokens_ == config_.limits.wrong_tokens) {
        log_warning(
            "many requests with a wrong token; they are refused without a look for a while");
    }
    return Token::wrong_too_often;
}

void Peers::close_all()
{
    const std::list<Peer *> all = peers_;
    for (Peer *peer : all)
        peer->close();
    sweep_timer_.cancel();
}

void Peers::join(Peer *peer)
{
    peers_.push_back(peer);
    count_ = peers_.size();
    if (!sweeping_) sweep_later();
}

void Peers::leave(Peer *peer)
{
    peers_.remove(peer);
    count_ = peers_.size();
}

void Peers::sweep_later()
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

void Peers::sweep()
{
    const auto now = SteadyClock::now();
    const std::list<Peer *> all = peers_;
    for (Peer *peer : all) {
        if (peer->overdue(now)) peer->close();
    }
    if (!peers_.empty()) sweep_later();
}

} // namespace mvr::net
