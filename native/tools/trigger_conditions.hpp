#pragma once

#include "support/strict_reader.hpp"

namespace mvr::tools {

/// What must be true in the scene, as its author wrote it; found well-formed when it was read.
struct TriggerConditions {
    Json source = Json::object();

    /// Errors as `scene::compile`.
    Problem read(JsonView json, const JsonPath &path);
    Json to_json() const { return source; }
    static Json schema();
};

} // namespace mvr::tools
