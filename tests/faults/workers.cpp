#include "workers.hpp"

#include <array>
#include <exception>
#include <iostream>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace mvr::faults {
namespace {

struct Worker {
    pid_t process = 0;
    int from = -1; ///< where its result can be read
};

[[noreturn]] void run_and_exit(const std::function<std::string(int)> &work, int number, int to)
{
    try {
        const std::string result = work(number);
        const auto written = ::write(to, result.data(), result.size());
        ::_exit(written == static_cast<ssize_t>(result.size()) ? 0 : 1);
    } catch (const std::exception &exception) {
        std::cerr << exception.what() << std::endl;
    }
    ::_exit(1);
}

Worker start(const std::function<std::string(int)> &work, int number)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe can be made");
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("no process can be made");
    if (child == 0) run_and_exit(work, number, ends[1]);
    ::close(ends[1]);
    return {child, ends[0]};
}

std::string result_of(const Worker &worker)
{
    std::string result;
    std::array<char, 4096> piece{};
    for (ssize_t got = 0; (got = ::read(worker.from, piece.data(), piece.size())) > 0;)
        result.append(piece.data(), static_cast<std::size_t>(got));
    ::close(worker.from);
    int status = 0;
    if (::waitpid(worker.process, &status, 0) != worker.process || status != 0)
        throw std::runtime_error("a process of the campaign ended otherwise");
    return result;
}

} // namespace

std::vector<std::string> run_in_processes(int count, const std::function<std::string(int)> &work)
{
    std::cout << std::flush; // else each of them would print it
    std::vector<Worker> workers;
    for (int number = 0; number < count; ++number)
        workers.push_back(start(work, number));
    std::vector<std::string> results;
    for (const Worker &worker : workers)
        results.push_back(result_of(worker));
    return results;
}

} // namespace mvr::faults
