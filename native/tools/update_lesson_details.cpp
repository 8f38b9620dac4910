#include "tools/all_tools.hpp"
#include "tools/bounds.hpp"
#include "tools/lesson_change.hpp"

#include <optional>
#include <string>
#include <vector>

namespace mvr::tools {

struct LessonDetailsUpdate {
    std::optional<std::string> title;
    std::optional<std::string> author;
    std::optional<std::string> licence;
    std::optional<std::vector<std::string>> languages;
};

struct UpdateLessonDetailsArguments : LessonDetailsUpdate {};

/// The same members as the tool takes.
struct UpdateLessonDetails : LessonDetailsUpdate {
    static constexpr std::string_view name = "update_lesson_details";
    using Fields = LessonDetailsUpdate;
    using Reply = LessonChanged;
};

} // namespace mvr::tools

namespace mvr {

template <> struct Description<tools::LessonDetailsUpdate> {
    using T = tools::LessonDetailsUpdate;
    static constexpr std::tuple members{
        Member{"title", &T::title, "In lists and in the asset browser", text(0, 256)},
        Member{"author", &T::author, "Who is to be named", text(0, 256)},
        Member{"licence", &T::licence, "An SPDX identifier, or its name", text(0, 256)},
        Member{"languages", &T::languages, "Of the texts, such as en, pt_BR",
               items(0, 64).each(text(2, 32))},
    };
};

template <>
struct Description<tools::UpdateLessonDetailsArguments> : Description<tools::LessonDetailsUpdate> {
};
template <>
struct Description<tools::UpdateLessonDetails> : Description<tools::LessonDetailsUpdate> {};

} // namespace mvr

namespace mvr::tools {

mcp::Tool update_lesson_details(Executor &executor)
{
    return lesson_tool<UpdateLessonDetailsArguments, UpdateLessonDetails>(
        "Say what the lesson is",
        "Title, author, licence and languages of the whole lesson, as its packed file shows them. "
        "What is left out stays as it is.",
        executor);
}

} // namespace mvr::tools
