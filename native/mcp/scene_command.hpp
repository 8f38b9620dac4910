#pragma once

#include "support/described_value.hpp"
#include "support/json_tape.hpp"
#include "support/result.hpp"

#include <string_view>

namespace mvr::mcp {

/// What Blender's main thread is asked to do, and how what it answers is read.
struct SceneCommand {
    std::string_view name;
    DescribedValue arguments;
    /// Errors: Errc::internal, where it is not what the command's reply is described as.
    Result<DescribedValue> (*read_reply)(JsonView) = nullptr;
};

} // namespace mvr::mcp
