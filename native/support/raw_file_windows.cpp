#include "support/raw_file_windows.hpp"

#include <algorithm>
#include <system_error>

namespace mvr::os {
namespace {

constexpr int attempts = 50;
constexpr DWORD between_attempts_ms = 20;

} // namespace

std::wstring wide(std::string_view utf8)
{
    constexpr std::size_t longest_plain = 247; // a folder keeps 12 for a name in it
    const int size = static_cast<int>(utf8.size());
    const int length = ::MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, nullptr, 0);
    std::wstring out(static_cast<std::size_t>(length), L'\0');
    ::MultiByteToWideChar(CP_UTF8, 0, utf8.data(), size, out.data(), length);
    if (out.size() <= longest_plain) return out;
    std::ranges::replace(out, L'/', L'\\');
    if (out.substr(1, 1) == L":") return L"\\\\?\\" + out;
    if (out.starts_with(L"\\\\") && !out.starts_with(L"\\\\?"))
        return L"\\\\?\\UNC" + out.substr(1);
    return out;
}

Error storage_error(const std::string &doing, const std::string &path, DWORD code)
{
    const std::string reason =
        std::error_code(static_cast<int>(code), std::system_category()).message();
    return {Errc::storage_unavailable, "cannot " + doing + " '" + path + "': " + reason, "",
            "Free some space, choose a folder that you can write to, or close the program that has "
            "it open."};
}

Handle::~Handle()
{
    if (*this) ::CloseHandle(handle_);
}

bool write_all(HANDLE file, std::string_view content)
{
    constexpr std::size_t most_at_once = 1U << 20;
    while (!content.empty()) {
        DWORD written = 0;
        const auto part = static_cast<DWORD>(std::min(content.size(), most_at_once));
        if (!::WriteFile(file, content.data(), part, &written, nullptr)) return false;
        content.remove_prefix(written);
    }
    return true;
}

bool seek(HANDLE file, std::int64_t at, DWORD from)
{
    LARGE_INTEGER distance;
    distance.QuadPart = at;
    return ::SetFilePointerEx(file, distance, nullptr, from) != 0;
}

bool unless_in_use(const std::function<bool()> &attempt)
{
    for (int i = 1; !attempt(); ++i) {
        const DWORD code = ::GetLastError();
        const bool in_use = code == ERROR_SHARING_VIOLATION || code == ERROR_ACCESS_DENIED;
        if (!in_use || i == attempts) {
            ::SetLastError(code);
            return false;
        }
        ::Sleep(between_attempts_ms);
    }
    return true;
}

} // namespace mvr::os
