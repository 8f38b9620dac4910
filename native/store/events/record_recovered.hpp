#pragma once

#include "support/describe.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace mvr::store {

/// The record was found damaged, and what was done.
struct RecordRecovered {
    static constexpr std::string_view name = "record_recovered";
    static constexpr bool leaves_learner = true;

    std::int64_t damaged_at_sequence = 0;
    std::string reason;
    std::string kept_as; ///< file name, without its folder
};

} // namespace mvr::store

namespace mvr {

template <> struct Description<store::RecordRecovered> {
    using T = store::RecordRecovered;
    static constexpr std::tuple members{
        Member{"damaged_at_sequence", &T::damaged_at_sequence, "The first damaged event."},
        Member{"reason", &T::reason, "What was found."},
        Member{"kept_as", &T::kept_as, "Name of the copy."},
    };
};

} // namespace mvr
