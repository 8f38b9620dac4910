#include "support/message.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace mvr;

namespace {

constexpr MessageTemplate gap{"gap", "{object} is {measured} from {other}"};
constexpr MessageTemplate sentence{"sentence", "{fact}; {need}."};
constexpr MessageTemplate need{"need", "at most {limit} is allowed"};

const Message cup_too_far(sentence, {{"fact", Message(gap, {{"object", Name{"Cup"}},
                                                            {"measured", Number{4.5, " mm"}},
                                                            {"other", Name{"Saucer"}}})},
                                     {"need", Message(need, {{"limit", Number{3, " mm"}}})}});

std::string german(std::string_view english)
{
    if (english == gap.english) return "Von {other} bis {object} sind es {measured}";
    if (english == need.english) return "erlaubt sind {limit}";
    return std::string(english);
}

} // namespace

TEST_CASE("a message is English text unless it is translated", "[support][message]")
{
    CHECK(cup_too_far.id() == "sentence");
    CHECK(cup_too_far.text() == "Cup is 4.5 mm from Saucer; at most 3 mm is allowed.");
}

TEST_CASE("a translated template gives its arguments another order", "[support][message]")
{
    CHECK(cup_too_far.text(german) == "Von Saucer bis Cup sind es 4.5 mm; erlaubt sind 3 mm.");
}

TEST_CASE("an author's sentence and a name are never translated", "[support][message]")
{
    const auto loudly = [](std::string_view english) { return std::string(english) + "!"; };
    const auto said = Message::by_author("Seat it: {flat}.");

    CHECK(said.is_by_author());
    CHECK(said.text(loudly) == "Seat it: {flat}.");
    CHECK(Message(gap,
                  {{"object", Name{"{other}"}}, {"measured", Number{1}}, {"other", Name{"need"}}})
              .text(loudly) == "{other} is 1 from need!");
}

TEST_CASE("a translation may leave out, repeat and mistake a placeholder", "[support][message]")
{
    const auto in_words = [](std::string words) {
        return cup_too_far.text([words = std::move(words)](std::string_view english) {
            return english == sentence.english ? words : std::string(english);
        });
    };

    CHECK(in_words("{need}, {need}") == "at most 3 mm is allowed, at most 3 mm is allowed");
    CHECK(in_words("{needs} {") == "{needs} {");
    CHECK(in_words("") == "");
}

TEST_CASE("a number has the digits that it needs and its unit", "[support][message]")
{
    constexpr MessageTemplate bare{"bare", "{number}"};
    const auto text = [&](const Number &number) {
        return Message(bare, {{"number", number}}).text();
    };

    CHECK(text({2.0000123, " mm", 6}) == "2.00001 mm");
    CHECK(text({12, "°"}) == "12°");
    CHECK(text(count_of(1234)) == "1234");
    CHECK(text({std::numeric_limits<double>::infinity(), " mm"}) == "an unknown number of mm");
}
