// The part of os.hpp that has nothing to do with files.

#include "support/os.hpp"
#include "support/raw_file_windows.hpp"

#include <malloc.h>
// after windows.h
#include <bcrypt.h>

namespace mvr::os {

void random_bytes(std::span<std::byte> out)
{
    if (::BCryptGenRandom(nullptr, reinterpret_cast<PUCHAR>(out.data()),
                          static_cast<ULONG>(out.size()), BCRYPT_USE_SYSTEM_PREFERRED_RNG) != 0)
        throw Failure({Errc::internal, "the system gives no random bytes", "", ""});
}

std::int64_t process_id() { return static_cast<std::int64_t>(::GetCurrentProcessId()); }

void give_back_free_memory() { ::_heapmin(); }

void name_this_thread(const std::string &name)
{
    // Asked for by its name: the first Windows 10 has it in this library alone, older ones nowhere.
    using Set = HRESULT(WINAPI *)(HANDLE, PCWSTR);
    const HMODULE base = ::GetModuleHandleW(L"kernelbase.dll");
    const auto found = base ? ::GetProcAddress(base, "SetThreadDescription") : nullptr;
    if (!found) return;
    const auto set = reinterpret_cast<Set>(reinterpret_cast<void *>(found));
    set(::GetCurrentThread(), wide(name.substr(0, 15)).c_str());
}

} // namespace mvr::os
