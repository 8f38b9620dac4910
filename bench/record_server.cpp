// The add-on's program with a record, without Blender: what is timed over its server while others
// write. Nobody carries out what needs the scene.
//
//   record_server FOLDER LEARNERS
//
// The record gets so many learners; then the first line of the output is one JSON object with the
// server's `url` and `token_file`. SIGTERM ends it.

#include "host/engine.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>
#include <string>
#include <thread>

namespace {

using namespace mvr;
using namespace std::chrono_literals;

std::atomic<bool> is_over = false;

void make_learners(host::Engine &engine, int learners)
{
    while (engine.status().record.state == host::RecordState::opening)
        std::this_thread::sleep_for(1ms);
    JsonTape tape;
    for (int i = 0; i < learners; ++i) {
        const std::string profile = R"({"learner_id": "learner-)" + std::to_string(i) +
                                    R"(", "static_profile": {}, "dynamic_profile": {}})";
        engine.post("process_learner_model", *tape.parse(profile));
    }
    for (int answered = 0; answered < learners;)
        if (engine.take_completion(100ms)) ++answered;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 3) {
        std::cerr << "use: record_server FOLDER LEARNERS\n";
        return 2;
    }
    const std::string folder = arguments[1];
    host::EngineConfig config;
    config.folder = folder + "/record";
    config.blender_version = "none";
    host::Engine engine(config);
    make_learners(engine, std::atoi(arguments[2]));
    const auto server = engine.start_server(0, folder + "/run");
    if (!server) {
        std::cerr << server.error().message << "\n";
        return 1;
    }
    std::cout << DescribedValue(*server).json_text() << std::endl;
    std::signal(SIGTERM, [](int) { is_over = true; });
    while (!is_over)
        engine.take(50ms);
    return 0;
}
