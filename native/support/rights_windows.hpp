#pragma once

// Access lists, for the Windows files of os.hpp; nobody else includes it.

#include <memory>

#include <windows.h>

namespace mvr::os {

struct LocalFreed {
    void operator()(void *memory) const { ::LocalFree(memory); }
};
template <class T> using Local = std::unique_ptr<T, LocalFreed>;

/// Full control for this user and the system, for nobody else, and nothing inherited.
class PrivateRights {
  public:
    enum class Of { file, folder };
    explicit PrivateRights(Of what);

    SECURITY_ATTRIBUTES *attributes() { return &attributes_; }
    PACL list() const;
    /// False if the system did not say who this user is.
    explicit operator bool() const { return descriptor_ != nullptr; }

  private:
    Local<void> descriptor_;
    SECURITY_ATTRIBUTES attributes_{};
};

/// Whether only this user, the system and administrators own and may read the file.
bool is_private(HANDLE file);

} // namespace mvr::os
