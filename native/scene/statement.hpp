#pragma once

#include "scene/object_state.hpp"
#include "scene/predicate_parts.hpp"
#include "scene/units.hpp"
#include "support/message.hpp"

#include <optional>
#include <vector>

namespace mvr::scene {

/// What was found and what is asked, each a clause of its own, e.g. "Gasket is 3.4 mm from Gasket
/// seat" and "at most 2 mm is allowed". There is no need where the parts of a condition say it.
struct Statement {
    Message fact;
    std::optional<Message> need = {};
};

/// "Fact; need."
Message to_sentence(const Statement &statement);

/// Fact and need of one number in the unit of `range`, with the digits that tell it from its limit;
/// it stands for {measured} in `fact`. Of a number that is within its range there is no need to
/// tell.
Statement number_statement(const MessageTemplate &fact, std::vector<Argument> arguments,
                           double measured, const Range &range);

/// What a range asks of a number that is not within it.
std::optional<Message> unmet_need(double value, const Range &range);

/// A value of a custom property as a sentence tells it; a text is quoted.
Argument property_argument(std::string_view placeholder, const Property &value);
/// "(1, 2, 3)"
Argument vector_argument(std::string_view placeholder, const Vec3 &v);

/// The templates of all this.
MessageTemplates statement_messages();

} // namespace mvr::scene
