#pragma once

#include "support/message.hpp"

namespace mvr::scene {

/// Every template that is said of conditions: those of each predicate, in their order, then those
/// that all share. For a translator, and for the tests.
MessageTemplates message_catalogue();

} // namespace mvr::scene
