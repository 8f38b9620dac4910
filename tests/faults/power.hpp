#pragma once

#include "fault_disk.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <type_traits>

#include <sys/mman.h>

namespace mvr::faults {

/// What a loss of power may leave of what was unsynced: nothing; half of it; the files under their
/// new names without their bytes.
constexpr std::array<Kept, 3> leavings = {Kept{0.0, 0.0}, Kept{0.5, 0.5}, Kept{0.0, 1.0}};

/// The same as text, for the name of a point.
std::string words_of(const Kept &kept);

/// When the power goes, and what it leaves of what was unsynced.
struct PowerLoss {
    std::int64_t at = 0; ///< which write or sync, from 1
    Kept kept;
    std::uint64_t seed = 1; ///< draws what is kept
};

/// Runs `work` in a process of its own and takes its power away at an operation on the disk under
/// `root`: the process is gone in the middle of that call, nothing that it would have done
/// afterwards happens, and its files are as `FaultDisk::lose_power` leaves them.
///
/// Returns: whether the power was lost before `work` was done. Throws when `work` throws.
bool run_until_power_is_lost(const std::string &root, const PowerLoss &loss,
                             const std::function<void()> &work);

/// A value that a process made by `run_until_power_is_lost` shares with the one that made it.
template <class T> class Shared {
  public:
    Shared()
        : value_(static_cast<T *>(::mmap(nullptr, sizeof(T), PROT_READ | PROT_WRITE,
                                         MAP_SHARED | MAP_ANONYMOUS, -1, 0)))
    {
        if (value_ == MAP_FAILED) throw std::runtime_error("no memory can be shared");
        *value_ = T{};
    }
    ~Shared() { ::munmap(value_, sizeof(T)); }
    Shared(const Shared &) = delete;
    Shared &operator=(const Shared &) = delete;

    T &operator*() const { return *value_; }

  private:
    static_assert(std::is_trivially_copyable_v<T>);
    T *value_;
};

} // namespace mvr::faults
