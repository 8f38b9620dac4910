#pragma once

#include "tools/context.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace mvr::tools {

/// Records what a tool changed in the author's file; the scene itself is not the record's.
template <Described SceneReply>
std::vector<std::string> keep_authored(const Context &context, std::string_view tool,
                                       std::string scene_name, std::string unit_id,
                                       const SceneReply &changes)
{
    return context.keep(
        store::new_event("", store::SceneAuthored{std::string(tool), std::move(scene_name),
                                                  std::move(unit_id), to_json_value(changes)}));
}

} // namespace mvr::tools
