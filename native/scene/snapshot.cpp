#include "scene/snapshot.hpp"

#include <algorithm>

namespace mvr::scene {

const ObjectState *Snapshot::find(std::string_view name) const
{
    const auto found = std::ranges::find(objects, name, &ObjectState::name);
    return found == objects.end() ? nullptr : &*found;
}

} // namespace mvr::scene
