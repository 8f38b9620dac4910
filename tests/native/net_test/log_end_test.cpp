#include "../temporary_folder.hpp"

#include "net/log_end.hpp"
#include "support/log.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

using namespace mvr;
using namespace mvr::net;

TEST_CASE("what ended a session against all expectation is logged with its text", "[net][log]")
{
    const TemporaryFolder folder;
    const std::string path = folder.path() + "/test.log";
    log_to_file(path);

    log_end("an HTTP session", std::make_exception_ptr(std::runtime_error("the socket is odd")));
    log_end("an HTTP session", nullptr);
    log_to_file("");

    std::ifstream file(path);
    const std::string logged(std::istreambuf_iterator<char>(file), {});
    CHECK(logged.find("an HTTP session ended") != std::string::npos);
    CHECK(logged.find("the socket is odd") != std::string::npos);
    CHECK(std::count(logged.begin(), logged.end(), '\n') == 1);
}
