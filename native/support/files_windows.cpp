#include "support/file_beside.hpp"
#include "support/os.hpp"
#include "support/raw_file_windows.hpp"
#include "support/rights_windows.hpp"

#include <utility>

namespace mvr::os {
namespace {

bool replace(const std::string &from, const std::string &to)
{
    return unless_in_use([from = wide(from), to = wide(to)] {
        return ::MoveFileExW(from.c_str(), to.c_str(),
                             MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH) != 0;
    });
}

bool is_absent(DWORD code) { return code == ERROR_FILE_NOT_FOUND || code == ERROR_PATH_NOT_FOUND; }

class WindowsFileBeside final : public FileBeside {
  public:
    WindowsFileBeside(std::string path, std::string beside)
        : path_(std::move(path)), beside_(std::move(beside))
    {
        PrivateRights rights(PrivateRights::Of::file);
        if (!rights) return;
        file_ = std::make_unique<Handle>(::CreateFileW(wide(beside_).c_str(), GENERIC_WRITE, 0,
                                                       rights.attributes(), CREATE_NEW, no_follow,
                                                       nullptr));
    }
    ~WindowsFileBeside() override
    {
        if (is_in_place_ || !is_open()) return;
        file_.reset();
        remove_quietly(beside_);
    }

    bool is_open() const { return file_ && *file_; }

    Result<void> write(std::string_view content) override
    {
        return write_all(file_->get(), content) ? Result<void>() : storage_error("write", path_);
    }

    Result<void> put_in_place() override
    {
        if (!::FlushFileBuffers(file_->get())) return storage_error("write", path_);
        file_.reset(); // what is open cannot be renamed
        is_in_place_ = replace(beside_, path_);
        if (is_in_place_) return {};
        Error error = storage_error("write", path_);
        remove_quietly(beside_);
        return error;
    }

  private:
    std::string path_;
    std::string beside_;
    std::unique_ptr<Handle> file_;
    bool is_in_place_ = false;
};

} // namespace

Result<std::unique_ptr<FileBeside>> make_file_beside(const std::string &path)
{
    const std::string beside = path + ".new." + std::to_string(process_id());
    remove_quietly(beside);
    auto file = std::make_unique<WindowsFileBeside>(path, beside);
    if (!file->is_open()) return storage_error("create", path);
    return std::unique_ptr<FileBeside>(std::move(file));
}

Result<void> write_in_place(const std::string &path, std::int64_t at, std::string_view content)
{
    PrivateRights rights(PrivateRights::Of::file);
    if (!rights) return storage_error("protect", path);
    const Handle file(::CreateFileW(wide(path).c_str(), GENERIC_WRITE, shared, rights.attributes(),
                                    OPEN_ALWAYS, no_follow, nullptr));
    if (!file) return storage_error("open", path);
    if (!seek(file.get(), at) || !write_all(file.get(), content))
        return storage_error("write", path);
    return {};
}

Result<void> sync_file(const std::string &path)
{
    const Handle file(::CreateFileW(wide(path).c_str(), GENERIC_WRITE, shared, nullptr,
                                    OPEN_EXISTING, no_follow, nullptr));
    if (!file) return storage_error("open", path);
    if (!::FlushFileBuffers(file.get())) return storage_error("write", path);
    return {};
}

// A folder cannot be flushed; NTFS keeps names in its journal, and moves are written through.
Result<void> sync_name(const std::string &) { return {}; }

Result<std::string> read_private_file(const std::string &path)
{
    const Handle file(::CreateFileW(wide(path).c_str(), GENERIC_READ | READ_CONTROL, shared,
                                    nullptr, OPEN_EXISTING, no_follow, nullptr));
    if (!file) {
        const DWORD code = ::GetLastError();
        if (is_absent(code))
            return Error{Errc::not_found, "there is no file '" + path + "'", "", ""};
        return storage_error("read", path, code);
    }
    BY_HANDLE_FILE_INFORMATION about{};
    if (!::GetFileInformationByHandle(file.get(), &about)) return storage_error("read", path);
    constexpr DWORD special = FILE_ATTRIBUTE_REPARSE_POINT | FILE_ATTRIBUTE_DIRECTORY;
    if ((about.dwFileAttributes & special) != 0 || !is_private(file.get())) {
        return Error{Errc::unauthorized, "'" + path + "' can be read by others", "",
                     "Make it yours alone: icacls \"" + path +
                         "\" /inheritance:r /grant:r %USERNAME%:F."};
    }
    std::string content(about.nFileSizeLow, '\0');
    DWORD got = 0;
    if (!::ReadFile(file.get(), content.data(), about.nFileSizeLow, &got, nullptr))
        return storage_error("read", path);
    content.resize(got);
    return content;
}

std::error_code rename_file(const std::string &from, const std::string &to)
{
    if (replace(from, to)) return {};
    return {static_cast<int>(::GetLastError()), std::system_category()};
}

Result<void> remove_file(const std::string &path)
{
    const bool is_gone = unless_in_use([name = wide(path)] {
        return ::DeleteFileW(name.c_str()) != 0 || is_absent(::GetLastError());
    });
    return is_gone ? Result<void>() : storage_error("remove", path);
}

void remove_quietly(const std::string &path) { ::DeleteFileW(wide(path).c_str()); }

Result<void> overwrite_with_zeros(const std::string &path, std::int64_t at, std::int64_t bytes)
{
    const Handle file(::CreateFileW(wide(path).c_str(), GENERIC_WRITE, shared, nullptr,
                                    OPEN_EXISTING, no_follow, nullptr));
    if (!file) return storage_error("open", path);
    const std::string zeros(static_cast<std::size_t>(bytes), '\0');
    if (!seek(file.get(), at) || !write_all(file.get(), zeros) || !::FlushFileBuffers(file.get()))
        return storage_error("write", path);
    return {};
}

} // namespace mvr::os
