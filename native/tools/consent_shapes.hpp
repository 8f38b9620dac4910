#pragma once

// What the tools of consent take and give.

#include "store/consent.hpp"
#include "store/state.hpp"
#include "support/describe.hpp"
#include "support/wire_types.hpp"
#include "tools/bounds.hpp"

#include <array>
#include <string>
#include <string_view>

namespace mvr::tools {

enum class ConsentPurpose { viewport_traces };

inline constexpr Bounds text_version_bounds = numbers(1, 1'000'000);
inline constexpr auto purpose_sentence =
    "viewport_traces: keep how view and parts moved, to replay it";
inline constexpr auto text_version_sentence = "Version of the text that was read";

struct ConsentAnswer {
    std::string learner_id;
    ConsentPurpose purpose{};
    int text_version = 1;
};

/// What the learner's last answer was.
struct ConsentState {
    ConsentPurpose purpose{};
    bool answered = false; ///< else nobody asked yet
    bool given = false;
    OrNull<int> text_version;
    std::string since; ///< empty before an answer
};

} // namespace mvr::tools

namespace mvr {

template <> struct EnumText<tools::ConsentPurpose> : TextsInOrder<tools::ConsentPurpose> {
    static constexpr std::array<std::string_view, 1> texts{store::viewport_traces_purpose};
};

template <> struct Description<tools::ConsentAnswer> {
    using T = tools::ConsentAnswer;
    static constexpr std::tuple members{
        Member{"learner_id", &T::learner_id, tools::learner_id_sentence, tools::learner_id_bounds},
        Member{"purpose", &T::purpose, tools::purpose_sentence},
        Member{"text_version", &T::text_version, tools::text_version_sentence,
               tools::text_version_bounds},
    };
};

template <> struct Description<tools::ConsentState> {
    using T = tools::ConsentState;
    static constexpr std::tuple members{
        Member{"purpose", &T::purpose, tools::purpose_sentence},
        Member{"answered", &T::answered, "False: the learner was not asked yet"},
        Member{"given", &T::given, ""},
        Member{"text_version", &T::text_version, tools::text_version_sentence},
        Member{"since", &T::since, tools::timestamp_sentence},
    };
};

} // namespace mvr

namespace mvr::tools {

/// As it stands in the record.
inline std::string text_of(ConsentPurpose purpose)
{
    return std::string(EnumText<ConsentPurpose>::to_text(purpose));
}

} // namespace mvr::tools
