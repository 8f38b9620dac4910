#pragma once

#include "support/json.hpp"
#include "support/json_tape.hpp"

namespace mvr::host {

/// JSON as what the engine takes; valid as long as it lives.
struct OnTape {
    explicit OnTape(const Json &json) : view(*tape.parse(to_text(json))) {}
    JsonTape tape;
    JsonView view;
};

} // namespace mvr::host
