#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace mvr {

/// Paths are UTF-8 everywhere between modules and on every system; the narrow strings of
/// std::filesystem and of streams are not on Windows, so these two stand where one becomes the
/// other.
inline std::filesystem::path utf8_path(std::string_view path)
{
    return std::filesystem::path(std::u8string(path.begin(), path.end()));
}
inline std::string to_utf8(const std::filesystem::path &path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

} // namespace mvr
