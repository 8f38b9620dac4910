// The part of os.hpp that has nothing to do with files.

#include "support/os.hpp"

#include <cerrno>

#include <malloc.h>
#include <pthread.h>
#include <sys/random.h>
#include <unistd.h>

namespace mvr::os {

void random_bytes(std::span<std::byte> out)
{
    while (!out.empty()) {
        const ssize_t got = ::getrandom(out.data(), out.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Failure({Errc::internal, "the system gives no random bytes", "", ""});
        out = out.subspan(static_cast<std::size_t>(got));
    }
}

std::int64_t process_id() { return ::getpid(); }

void give_back_free_memory()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

void name_this_thread(const std::string &name)
{
    ::pthread_setname_np(::pthread_self(), name.substr(0, 15).c_str());
}

} // namespace mvr::os
