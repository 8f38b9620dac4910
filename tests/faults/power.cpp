#include "power.hpp"

#include <random>

#include <sys/wait.h>
#include <unistd.h>

namespace mvr::faults {
namespace {

constexpr int done = 0;
constexpr int power_lost = 77;
constexpr int failed = 78;

} // namespace

std::string words_of(const Kept &kept)
{
    const auto part = [](double share) { return share == 0.0 ? "none" : share < 1.0 ? "half" : "all"; };
    return std::string(part(kept.bytes)) + " of the bytes and " + part(kept.names) +
           " of the names are there that were not synced";
}

bool run_until_power_is_lost(const std::string &root, const PowerLoss &loss,
                             const std::function<void()> &work)
{
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("no process can be made");
    if (child == 0) {
        try {
            FaultDisk disk(root);
            std::mt19937_64 random(loss.seed);
            disk.arm({Fault::Kind::power_loss, loss.at, true, [&] {
                          disk.lose_power(loss.kept, random);
                          ::_exit(power_lost);
                      }});
            work();
        } catch (...) {
            ::_exit(failed);
        }
        ::_exit(done);
    }
    int status = 0;
    if (::waitpid(child, &status, 0) != child || !WIFEXITED(status) ||
        WEXITSTATUS(status) == failed) {
        throw std::runtime_error("the process whose power was to be lost ended otherwise");
    }
    return WEXITSTATUS(status) == power_lost;
}

} // namespace mvr::faults
