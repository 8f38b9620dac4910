#pragma once

#include "tools/lesson_shape.hpp"

#include <string_view>

namespace mvr::tools {

/// Tells what the open file teaches; changes nothing.
struct ReadLesson {
    static constexpr std::string_view name = "read_lesson";
    using Reply = Lesson;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::ReadLesson> {
    static constexpr std::tuple<> members{};
};

} // namespace mvr
