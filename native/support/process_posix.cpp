// The part of os.hpp that has nothing to do with files.

#include "support/os.hpp"

#include <cerrno>
#include <cstdlib>

#include <pthread.h>
#include <unistd.h>

#ifdef __linux__
#include <malloc.h>
#include <sys/random.h>
#endif

namespace mvr::os {

void random_bytes(std::span<std::byte> out)
{
#ifdef __APPLE__
    ::arc4random_buf(out.data(), out.size());
#else
    while (!out.empty()) {
        const ssize_t got = ::getrandom(out.data(), out.size(), 0);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw Failure({Errc::internal, "the system gives no random bytes", "", ""});
        out = out.subspan(static_cast<std::size_t>(got));
    }
#endif
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
#ifdef __APPLE__
    ::pthread_setname_np(name.substr(0, 15).c_str());
#else
    ::pthread_setname_np(::pthread_self(), name.substr(0, 15).c_str());
#endif
}

} // namespace mvr::os
