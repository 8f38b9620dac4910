#include "support/os.hpp"
#include "support/raw_file_windows.hpp"
#include "support/rights_windows.hpp"

#include <utility>

namespace mvr::os {
namespace {

/// Beyond any content: a lock here keeps nobody from reading or writing, and what is locked can be
/// read by whoever wants to know whose lock it is.
OVERLAPPED lock_place()
{
    OVERLAPPED place{};
    place.OffsetHigh = 0x4000'0000;
    return place;
}

bool lock(HANDLE file)
{
    OVERLAPPED place = lock_place();
    return ::LockFileEx(file, LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0,
                        &place) != 0;
}

bool is_held_by_another(DWORD code)
{
    return code == ERROR_LOCK_VIOLATION || code == ERROR_IO_PENDING;
}

class WindowsLock final : public FileLock {
  public:
    explicit WindowsLock(std::unique_ptr<Handle> file) : file_(std::move(file)) {}

  private:
    std::unique_ptr<Handle> file_;
};

class WindowsAppendFile final : public AppendFile {
  public:
    WindowsAppendFile(std::unique_ptr<Handle> file, std::string path)
        : file_(std::move(file)), path_(std::move(path))
    {
    }

    Result<void> append(std::span<const std::byte> bytes) override
    {
        LARGE_INTEGER before;
        if (!::GetFileSizeEx(file_->get(), &before)) return storage_error("read", path_);
        const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
        if (seek(file_->get(), before.QuadPart) && write_all(file_->get(), text) &&
            ::FlushFileBuffers(file_->get()))
            return {};
        Error error = storage_error("write", path_);
        if (!seek(file_->get(), before.QuadPart) || !::SetEndOfFile(file_->get()))
            error = storage_error("shorten", path_);
        return error;
    }

  private:
    std::unique_ptr<Handle> file_;
    std::string path_;
};

std::string first_line(HANDLE file)
{
    char text[64] = {};
    DWORD got = 0;
    OVERLAPPED start{};
    if (!::ReadFile(file, text, sizeof text - 1, &got, &start)) return "?";
    return std::string(text, got);
}

} // namespace

Result<std::unique_ptr<FileLock>> lock_file(const std::string &path)
{
    PrivateRights rights(PrivateRights::Of::file);
    if (!rights) return storage_error("protect", path);
    auto file = std::make_unique<Handle>(
        ::CreateFileW(wide(path).c_str(), GENERIC_READ | GENERIC_WRITE, shared, rights.attributes(),
                      OPEN_ALWAYS, no_follow, nullptr));
    if (!*file) return storage_error("open", path);
    if (!lock(file->get())) {
        const DWORD code = ::GetLastError();
        if (!is_held_by_another(code)) return storage_error("lock", path, code);
        return Error{Errc::locked, "the record is in use by process " + first_line(file->get()), "",
                     "Close the other Blender, or choose another folder in the preferences."};
    }
    if (!::SetEndOfFile(file->get()) || !write_all(file->get(), std::to_string(process_id())))
        return storage_error("write", path);
    return std::unique_ptr<FileLock>(std::make_unique<WindowsLock>(std::move(file)));
}

Result<std::unique_ptr<AppendFile>> open_append_locked(const std::string &path)
{
    auto file = std::make_unique<Handle>(::CreateFileW(wide(path).c_str(), GENERIC_WRITE, shared,
                                                       nullptr, OPEN_EXISTING, no_follow, nullptr));
    if (!*file) return storage_error("open", path);
    if (!lock(file->get())) {
        const DWORD code = ::GetLastError();
        if (!is_held_by_another(code)) return storage_error("lock", path, code);
        return Error{Errc::locked, "'" + path + "' is in use", "", ""};
    }
    return std::unique_ptr<AppendFile>(std::make_unique<WindowsAppendFile>(std::move(file), path));
}

} // namespace mvr::os
