#pragma once

#include <span>
#include <string>
#include <string_view>

namespace mvr::scene {

/// "Did you mean 'near'? " where one of the names is near to what was written, else nothing.
std::string did_you_mean(std::string_view written, std::span<const std::string_view> names);

} // namespace mvr::scene
