#include "scene/did_you_mean.hpp"

#include "support/nearest_name.hpp"

namespace mvr::scene {

std::string did_you_mean(std::string_view written, std::span<const std::string_view> names)
{
    const std::string nearest = nearest_name(written, names);
    return nearest.empty() ? "" : "Did you mean '" + nearest + "'? ";
}

} // namespace mvr::scene
