// A server without Blender for principals that only tests have: scoped_server PRINCIPALS.json
// FOLDER
//
// PRINCIPALS.json is a list of {"token", "id", "scopes": […]} or {"token", "id", "roles": […]}.
// Prints one line {"url", "socket", "token_file"} and serves until its standard input ends.
// Blender's part is played: a unit starts, everything else is not there.

#include "host/engine.hpp"

#include <poll.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>

using namespace mvr;
using namespace std::chrono_literals;

namespace {

access::PrincipalPtr principal_of(const Json &entry)
{
    std::vector<access::Role> roles;
    for (const auto &role : entry.value("roles", std::vector<std::string>()))
        roles.push_back(access::role_from_text(role).value());
    access::Principal made = *access::principal_with(entry.at("id"), roles);
    for (const auto &scope : entry.value("scopes", std::vector<std::string>()))
        made.scopes |= {access::scope_from_text(scope).value()};
    return std::make_shared<const access::Principal>(std::move(made));
}

std::vector<access::Credential> read_credentials(const char *path)
{
    std::ifstream file(path);
    std::vector<access::Credential> credentials;
    for (const Json &entry : Json::parse(file))
        credentials.push_back({entry.at("token"), principal_of(entry)});
    return credentials;
}

/// A unit without checkpoints, started for the session that was asked for.
Json started_unit(const Json &asked)
{
    const std::string unit = asked.at("unit_id");
    return {{"unit_id", unit},
            {"session_id", asked.at("session_id")},
            {"scene_name", unit},
            {"title", unit},
            {"instructions", ""},
            {"hints", Json::array()},
            {"learning_event", "practice"},
            {"learning_objectives", Json::array()},
            {"estimated_duration_seconds", 60},
            {"checkpoints", Json::array()},
            {"missing_prerequisites", Json::array()}};
}

Result<DescribedValue> scene_reply(const host::SceneRequest &request)
{
    JsonTape tape;
    if (request.command.name == "start_unit") {
        const Json asked = Json::parse(request.command.arguments.json_text());
        return request.command.read_reply(*tape.parse(to_text(started_unit(asked))));
    }
    return Error{Errc::unsupported, "there is no Blender behind this server", "", "None."};
}

bool input_ended()
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return ::poll(&input, 1, 0) > 0;
}

} // namespace

int main(int count, char **words)
{
    if (count != 3) return 2;
    const std::string folder = words[2];
    host::EngineConfig config;
    config.folder = folder + "/vault";
    config.credentials = read_credentials(words[1]);
    host::Engine engine(std::move(config));
    JsonTape tape;
    engine.publish_lesson(*tape.parse(R"({"file": "", "units": [], "order": []})"));
    const auto serving = engine.start_server(0, folder + "/run");
    if (!serving) {
        std::cerr << serving.error().message << '\n';
        return 1;
    }
    std::cout << to_text({{"url", serving->url},
                          {"socket", serving->socket},
                          {"token_file", serving->token_file}})
              << std::endl;
    while (!input_ended()) {
        if (const auto request = engine.take(50ms))
            engine.answer(request->id, scene_reply(*request));
    }
    engine.close();
}
