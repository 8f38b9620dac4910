#include "host/serving.hpp"

#include "support/log.hpp"
#include "support/os.hpp"
#include "vault/token.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <atomic>
#include <chrono>
#include <thread>
#include <utility>

namespace mvr::host {
namespace {

namespace asio = boost::asio;
using std::chrono::steady_clock;

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
    std::thread thread;
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
};

Serving::Serving(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Serving::~Serving() { stop(); }

Result<std::shared_ptr<Serving>> Serving::start(mcp::ServerInfo info,
                                                std::shared_ptr<const mcp::ToolTable> tools,
                                                RouteCall route, std::uint16_t port,
                                                const std::string &run_folder)
{
    const std::string token = vault::new_token();
    auto parts = std::make_unique<Parts>();
    parts->token_file = run_folder + "/token";
    if (auto made = os::make_private_folder(run_folder); !made) return made.error();
    if (auto saved = os::write_private_file(parts->token_file, token); !saved) return saved.error();

    std::shared_ptr<Serving> serving(new Serving(std::move(parts)));
    Parts &own = *serving->parts_;
    // A call may outlive the server: its answer then finds nobody, which weak says.
    auto call = [weak = std::weak_ptr(serving), route = std::move(route)](
                    const mcp::Tool &tool, Json arguments, std::function<void(Result<Json>)> done) {
        const auto self = weak.lock();
        if (!self) return;
        ++self->parts_->requests;
        self->parts_->last_request_ms = steady_ms();
        route(tool, std::move(arguments), [weak, done = std::move(done)](Result<Json> outcome) {
            const auto alive = weak.lock();
            if (!alive) return;
            asio::post(alive->parts_->io, [done, outcome = std::move(outcome)]() mutable {
                done(std::move(outcome));
            });
        });
    };
    own.endpoint =
        std::make_unique<mcp::Endpoint>(std::move(info), std::move(tools), std::move(call));
    own.server = std::make_unique<net::Server>(
        own.io, *own.endpoint,
        net::Config{port,
                    run_folder + "/mcp.sock",
                    [token](std::string_view offered) { return vault::same_token(offered, token); },
                    {}});
    auto addresses = own.server->start();
    if (!addresses) return addresses.error();
    own.addresses = *addresses;
    own.thread = std::thread([&own] {
        os::name_this_thread("malloc_vr net");
        own.run();
    });
    return serving;
}

void Serving::stop()
{
    Parts &own = *parts_;
    if (!own.thread.joinable()) return;
    asio::post(own.io, [&own] {
        own.server->stop();
        own.io.stop();
    });
    own.thread.join();
    os::remove_quietly(own.token_file);
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
