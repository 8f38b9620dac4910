#include "host/serving.hpp"

#include "host/owner_token.hpp"
#include "support/log.hpp"
#include "support/os.hpp"
#include "support/published.hpp"
#include "support/utf8_path.hpp"
#include "vault/token.hpp"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>
#include <utility>

namespace mvr::host {
namespace {

namespace asio = boost::asio;
using std::chrono::steady_clock;

/// How long a stop waits for answers to reach their clients, and how often it looks.
constexpr std::chrono::seconds drain_limit{1};
constexpr std::chrono::milliseconds drain_interval{2};

std::int64_t steady_ms()
{
    const auto now = steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

} // namespace

struct Serving::Parts {
    asio::io_context io{1};
    std::unique_ptr<mcp::Endpoint> endpoint;
    std::unique_ptr<net::Server> server;
    net::Addresses addresses;
    std::string token_file;
    Published<std::string> token{{}};
    std::vector<access::Credential> others; ///< does not change while the thread runs
    std::thread thread;
    asio::steady_timer drain{io};
    std::atomic<std::int64_t> requests{0};
    std::atomic<std::int64_t> last_request_ms{steady_ms()};

    void run()
    {
        const auto work = asio::make_work_guard(io);
        while (!io.stopped()) {
            try { // a thread begins here: one session's surprise must not end the server
                io.run();
            } catch (const std::exception &error) {
                log_error(std::string("net thread: ") + error.what());
            }
        }
    }

    access::PrincipalPtr authenticate(std::string_view offered) const
    {
        if (vault::same_token(offered, *token.load())) return access::owner();
        for (const access::Credential &other : others)
            if (vault::same_token(offered, other.token)) return other.principal;
        return nullptr;
    }

    void disconnect_owner() const
    {
        endpoint->end_sessions(access::owner());
        server->disconnect(access::owner(), "the owner's token was renewed; connect again with "
                                            "the text of the token file");
    }

    void stop_when_answered(steady_clock::time_point deadline)
    {
        if (!server->is_answering() || steady_clock::now() >= deadline) {
            server->stop();
            io.stop();
            return;
        }
        drain.expires_after(drain_interval);
        drain.async_wait(
            [this, deadline](boost::system::error_code) { stop_when_answered(deadline); });
    }
};

Serving::Serving(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Serving::~Serving() { stop(); }

/// The same tools; their answers come back on the net thread, or to nobody once it has stopped.
std::shared_ptr<const mcp::ToolTable>
Serving::tools_over_net(const std::shared_ptr<Serving> &serving, const mcp::ToolTable &tools,
                        const OnCall &on_call)
{
    auto table = std::make_shared<mcp::ToolTable>();
    for (const mcp::Tool *tool : tools.all()) {
        mcp::Tool over_net = *tool;
        over_net.start = [weak = std::weak_ptr(serving), on_call, name = tool->name,
                          start = tool->start](JsonView arguments, mcp::CallPtr call,
                                               mcp::Respond respond) {
            const auto self = weak.lock();
            if (!self) return;
            ++self->parts_->requests;
            self->parts_->last_request_ms = steady_ms();
            on_call(name);
            if (call->report_progress) {
                call->report_progress =
                    [weak, tell = std::move(call->report_progress)](const mcp::Progress &progress) {
                        const auto alive = weak.lock();
                        if (!alive) return;
                        asio::post(alive->parts_->io, [tell, progress] { tell(progress); });
                    };
            }
            start(arguments, std::move(call),
                  [weak, respond = std::move(respond)](Result<DescribedValue> outcome) {
                      const auto alive = weak.lock();
                      if (!alive) return;
                      asio::dispatch(alive->parts_->io,
                                     [respond, outcome = std::move(outcome)]() mutable {
                                         respond(std::move(outcome));
                                     });
                  });
        };
        table->add(std::move(over_net));
    }
    return table;
}

Result<std::shared_ptr<Serving>> Serving::start(mcp::ServerInfo info, const mcp::ToolTable &tools,
                                                const Places &places, const OnCall &on_call)
{
    auto parts = std::make_unique<Parts>();
    parts->token_file = places.token_file;
    if (auto made = os::make_private_folder(places.run_folder); !made) return made.error();
    const auto beside_record = to_utf8(utf8_path(places.token_file).parent_path());
    if (auto made = os::make_private_folder(beside_record); !made) log_error(made.error().message);
    auto token = owner_token(places.token_file);
    if (!token) { // a folder that cannot be written keeps nobody from serving
        log_error(token.error().message);
        parts->token_file = places.run_folder + "/token";
        token = renew_owner_token(parts->token_file);
        if (!token) return token.error();
    }

    std::shared_ptr<Serving> serving(new Serving(std::move(parts)));
    Parts &own = *serving->parts_;
    own.endpoint =
        std::make_unique<mcp::Endpoint>(std::move(info), tools_over_net(serving, tools, on_call));
    own.token.store(*std::move(token));
    own.others = places.others;
    auto authenticate = [&own](std::string_view offered) { return own.authenticate(offered); };
    own.server = std::make_unique<net::Server>(
        own.io, *own.endpoint,
        net::Config{places.port, places.run_folder + "/mcp.sock", std::move(authenticate), {}});
    auto addresses = own.server->start();
    if (!addresses) return addresses.error();
    own.addresses = *addresses;
    own.thread = std::thread([&own] {
        os::name_this_thread("malloc_vr net");
        own.run();
    });
    return serving;
}

Result<void> Serving::renew_token()
{
    auto token = renew_owner_token(parts_->token_file);
    if (!token) return token.error();
    Parts &own = *parts_;
    own.token.store(*std::move(token));
    // Behind whoever the net thread has let in by the old one.
    if (own.thread.joinable()) asio::post(own.io, [&own] { own.disconnect_owner(); });
    return {};
}

void Serving::stop_accepting()
{
    Parts &own = *parts_;
    if (own.thread.joinable()) asio::post(own.io, [&own] { own.server->stop_accepting(); });
}

void Serving::stop()
{
    Parts &own = *parts_;
    if (!own.thread.joinable()) return;
    asio::post(own.io, [&own] { own.stop_when_answered(steady_clock::now() + drain_limit); });
    own.thread.join();
}

const net::Addresses &Serving::addresses() const { return parts_->addresses; }
const std::string &Serving::token_file() const { return parts_->token_file; }
std::size_t Serving::clients() const { return parts_->server->connections(); }
std::int64_t Serving::requests() const { return parts_->requests; }

double Serving::idle_seconds() const
{
    return static_cast<double>(steady_ms() - parts_->last_request_ms) / 1000.0;
}

} // namespace mvr::host
