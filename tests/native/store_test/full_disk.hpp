#pragma once

#include <csignal>

#include <sys/resource.h>

namespace mvr::store {

/// No file of this process may grow beyond `bytes` while this lives: the system then rejects the
/// write, for root as well.
class FullDisk {
  public:
    explicit FullDisk(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        old_handler_ = std::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, old_handler_);
    }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

  private:
    rlimit before_{};
    void (*old_handler_)(int) = SIG_DFL;
};

} // namespace mvr::store
