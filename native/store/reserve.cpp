#include "store/reserve.hpp"

#include "support/os.hpp"
#include "support/utf8_path.hpp"

#include <cstdint>
#include <filesystem>

namespace fs = std::filesystem;

namespace mvr::store {
namespace {

constexpr std::uintmax_t reserved_bytes = 1 << 20;
constexpr std::uintmax_t plenty_bytes = 16 << 20; // so that taking it never is what fills the disk

} // namespace

void Reserve::provide() const
{
    std::error_code failed;
    if (fs::file_size(utf8_path(path_), failed) == reserved_bytes && !failed) return;
    const auto space = fs::space(utf8_path(path_).parent_path(), failed);
    if (failed || space.available < plenty_bytes) return;
    // Not zeros: a file system that compresses would keep no space for them.
    std::string content(reserved_bytes, '\0');
    os::random_bytes(std::as_writable_bytes(std::span(content)));
    if (!os::write_private_file(path_, content)) os::remove_quietly(path_);
}

bool Reserve::release() const
{
    std::error_code failed;
    return fs::remove(utf8_path(path_), failed);
}

} // namespace mvr::store
