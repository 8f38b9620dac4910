// Many threads at once: what the thread sanitizer is for (scripts/tsan).

#include "client.hpp"
#include "host/engine.hpp"
#include "on_tape.hpp"
#include "vault_folder.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <atomic>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using namespace mvr;
using namespace mvr::host;
using namespace std::chrono_literals;

namespace {

constexpr int crowd = 32;

const Json lesson = {{"file", ""},
                     {"dirty", false},
                     {"units", Json::array()},
                     {"order", Json::array()},
                     {"problems", Json::array()}};
const Json saved = {{"path", "a.blend"}, {"size_bytes", 1}};

Result<DescribedValue> no_scene(const mcp::SceneCommand &)
{
    return Error{Errc::internal, "this tool needs no scene", "", ""};
}

Json learner(int number)
{
    return {{"learner_id", "learner" + std::to_string(number)},
            {"static_profile", Json::object()},
            {"dynamic_profile", Json::object()}};
}

/// What the clients of one wave came to.
struct Tally {
    std::atomic<int> answered = 0;
    std::atomic<int> shut_down = 0;
    std::atomic<int> wrong = 0;
    std::atomic<int> at_work = 0;
    std::atomic<bool> stopping = false;
};

void count(Tally &tally, const Json &result)
{
    const std::string code = error_code_of(result);
    if (code.empty())
        ++tally.answered;
    else if (code == "SHUTTING_DOWN" && tally.stopping)
        ++tally.shut_down;
    else
        ++tally.wrong;
}

/// Reads, records and asks the scene in turn, at most `calls` times, until the server closes.
void converse(const RunningServer &running, int number, int calls, Tally &tally)
{
    const auto way = number % 2 ? Client::Way::http : Client::Way::socket;
    int done = 0;
    while (done < calls && !tally.stopping) {
        // Who has not shown a token yet makes way where too many are new: then it comes again.
        Client client(running.addresses, running.token, way);
        for (; done < calls; ++done) {
            constexpr std::array tools{"list_learners", "process_learner_model", "get_lesson",
                                       "save_lesson"};
            const auto which = static_cast<std::size_t>(number + done) % tools.size();
            const auto result =
                client.call(tools.at(which), which == 1 ? learner(number) : Json::object());
            if (!result) break;
            count(tally, *result);
        }
    }
    --tally.at_work;
}

/// Blender's main thread: answers the scene's requests and calls a tool itself now and then.
void serve(Engine &engine)
{
    if (const auto request = engine.take(5ms)) {
        engine.answer(request->id, request->command.read_reply(OnTape(saved).view));
    } else {
        static_cast<void>(
            engine.call("list_learners", OnTape(Json::object()).view, no_scene)); // busy at first
        engine.publish_lesson(OnTape(lesson).view);
    }
    engine.status();
}

std::vector<std::thread> start_crowd(const RunningServer &running, int calls, Tally &tally)
{
    tally.at_work = crowd;
    std::vector<std::thread> clients;
    for (int number = 0; number < crowd; ++number)
        clients.emplace_back([&, number, calls] { converse(running, number, calls, tally); });
    return clients;
}

void join(std::vector<std::thread> &clients)
{
    for (std::thread &client : clients)
        client.join();
}

} // namespace

TEST_CASE("32 clients read, record and ask the scene, and a stop amid it tells those who wait",
          "[host][crowd]")
{
    const Folder folder;
    Engine engine(config(folder));
    engine.publish_lesson(OnTape(lesson).view);
    Tally first;
    const RunningServer running = start_server(engine, folder);
    auto clients = start_crowd(running, 1'000'000, first);
    while (first.answered < crowd * 20 && first.wrong == 0)
        serve(engine);
    while (engine.status().waiting < crowd / 2)
        std::this_thread::yield(); // some wait for the scene, the others are at work
    first.stopping = true;
    engine.stop_server();
    join(clients);

    CHECK(first.wrong == 0);
    CHECK(first.shut_down > 0);
    CHECK(engine.status().server.running == false);

    constexpr int calls = 12;
    Tally second;
    const RunningServer again = start_server(engine, folder);
    clients = start_crowd(again, calls, second);
    while (second.at_work > 0)
        serve(engine);
    join(clients);

    CHECK(second.wrong == 0);
    CHECK(second.answered == crowd * calls);
}

TEST_CASE("an engine is made and closed 100 times while a client and the owner wait for it",
          "[host][crowd]")
{
    const Folder folder;
    for (int reload = 0; reload < 100; ++reload) {
        Engine engine(config(folder));
        const RunningServer running = start_server(engine, folder);
        Client client(running.addresses, running.token, Client::Way::socket);
        client.send("save_lesson", Json::object());
        client.send("process_learner_model", learner(1));
        engine.post("process_learner_model", OnTape(learner(2)).view);
        std::thread reader([&client] {
            while (client.receive()) {
            }
        });
        engine.close();
        reader.join();
    }
    Engine engine(config(folder));
    engine.post("list_learners", OnTape(Json::object()).view);
    const auto listed = engine.take_completion(10s);
    REQUIRE(listed);
    const Json learners = Json::parse(listed->outcome.value().json_text()).at("learners");
    CHECK((learners.size() == 1 || learners.size() == 2)); // what a client sent may have come late
}
