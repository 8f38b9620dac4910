#include "support/rights_windows.hpp"

#include "support/os.hpp"
#include "support/raw_file_windows.hpp"
#include "support/utf8_path.hpp"

#include <string>
#include <vector>

// after windows.h
#include <aclapi.h>
#include <sddl.h>

namespace mvr::os {
namespace {

/// The user of this process: a TOKEN_USER in its own bytes; empty if the system does not say.
std::vector<std::byte> this_user()
{
    HANDLE opened = nullptr;
    if (!::OpenProcessToken(::GetCurrentProcess(), TOKEN_QUERY, &opened)) return {};
    const Handle token(opened);
    DWORD size = 0;
    ::GetTokenInformation(token.get(), TokenUser, nullptr, 0, &size);
    std::vector<std::byte> user(size);
    if (!::GetTokenInformation(token.get(), TokenUser, user.data(), size, &size)) return {};
    return user;
}

PSID sid_in(const std::vector<std::byte> &user)
{
    return reinterpret_cast<const TOKEN_USER *>(user.data())->User.Sid;
}

/// Owner Rights speaks of the owner, of whom `is_private` asks too; Python 3.13 gives it to a
/// folder of mode 0700.
bool is_trusted(PSID sid, PSID user)
{
    return ::EqualSid(sid, user) || ::IsWellKnownSid(sid, WinLocalSystemSid) ||
           ::IsWellKnownSid(sid, WinBuiltinAdministratorsSid) ||
           ::IsWellKnownSid(sid, WinCreatorOwnerRightsSid);
}

bool is_of_the_trusted(PACL list, DWORD at, PSID user)
{
    void *entry = nullptr;
    if (!::GetAce(list, at, &entry)) return false;
    auto *allowed = static_cast<ACCESS_ALLOWED_ACE *>(entry);
    if (allowed->Header.AceType == ACCESS_DENIED_ACE_TYPE) return true;
    return allowed->Header.AceType == ACCESS_ALLOWED_ACE_TYPE &&
           is_trusted(&allowed->SidStart, user);
}

} // namespace

PrivateRights::PrivateRights(Of what)
{
    const auto user = this_user();
    wchar_t *text = nullptr;
    if (user.empty() || !::ConvertSidToStringSidW(sid_in(user), &text)) return;
    const Local<wchar_t> sid(text);
    const std::wstring inherited = what == Of::folder ? L"OICI" : L"";
    const std::wstring whole =
        L"D:P(A;" + inherited + L";FA;;;" + sid.get() + L")(A;" + inherited + L";FA;;;SY)";
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (!::ConvertStringSecurityDescriptorToSecurityDescriptorW(whole.c_str(), SDDL_REVISION_1,
                                                                &descriptor, nullptr))
        return;
    descriptor_.reset(descriptor);
    attributes_ = {sizeof attributes_, descriptor, FALSE};
}

PACL PrivateRights::list() const
{
    BOOL is_present = FALSE;
    BOOL is_default = FALSE;
    PACL list = nullptr;
    ::GetSecurityDescriptorDacl(descriptor_.get(), &is_present, &list, &is_default);
    return list;
}

bool is_private(HANDLE file)
{
    PSID owner = nullptr;
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    if (::GetSecurityInfo(file, SE_FILE_OBJECT,
                          OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION, &owner, nullptr,
                          &list, nullptr, &descriptor) != ERROR_SUCCESS)
        return false;
    const Local<void> kept(descriptor);
    const auto user = this_user();
    if (user.empty() || list == nullptr || !is_trusted(owner, sid_in(user))) return false;
    for (DWORD at = 0; at < list->AceCount; ++at)
        if (!is_of_the_trusted(list, at, sid_in(user))) return false;
    return true;
}

Result<void> make_private_folder(const std::string &path)
{
    const std::filesystem::path folder(wide(path));
    std::error_code failed;
    if (folder.has_parent_path()) std::filesystem::create_directories(folder.parent_path(), failed);
    PrivateRights rights(PrivateRights::Of::folder);
    if (!rights) return storage_error("protect the folder", path);
    if (!::CreateDirectoryW(folder.c_str(), rights.attributes())) {
        const DWORD code = ::GetLastError();
        if (code != ERROR_ALREADY_EXISTS || !std::filesystem::is_directory(folder, failed))
            return storage_error("create the folder", path, code);
    }
    const Handle probe(::CreateFileW(folder.c_str(), FILE_ADD_FILE, shared, nullptr, OPEN_EXISTING,
                                     FILE_FLAG_BACKUP_SEMANTICS, nullptr));
    if (!probe) return storage_error("write to the folder", path);
    return {};
}

Result<void> make_private(const std::string &path)
{
    const PrivateRights rights(PrivateRights::Of::file);
    if (!rights) return storage_error("protect", path);
    std::wstring name = wide(path);
    const DWORD code =
        ::SetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT,
                                DACL_SECURITY_INFORMATION | PROTECTED_DACL_SECURITY_INFORMATION,
                                nullptr, nullptr, rights.list(), nullptr);
    if (code != ERROR_SUCCESS) return storage_error("protect", path, code);
    return {};
}

} // namespace mvr::os
