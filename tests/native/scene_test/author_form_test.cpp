#include "fixture.hpp"

#include "scene/author_form.hpp"
#include "scene/predicate_forms.hpp"

#include <cmath>
#include <set>

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// The form's condition of the objects "Selected" and "Active".
Json condition_of(const AuthorForm &form, const MemberValues &values = {})
{
    Json members = Json::object();
    for (const auto &[name, value] : form.members("Selected", "Active", values))
        members[name] = std::visit([](const auto &one) { return Json(one); }, value);
    return {{std::string(form.predicate), std::move(members)}};
}

void require_compiles(const Json &condition)
{
    const auto compiled = compile(condition);
    INFO(condition.dump());
    if (!compiled) FAIL(compiled.error().field << ": " << compiled.error().message);
}

const AuthorForm &form_of(std::string_view predicate)
{
    return *std::ranges::find(author_forms(), predicate, &AuthorForm::predicate);
}

} // namespace

TEST_CASE("an author's form names only members that its predicate describes", "[scene][forms]")
{
    std::size_t declared = 0;
    for (const PredicateForm &form : predicate_forms())
        declared += form.from_selection ? 1 : 0;

    CHECK(author_forms().size() == declared); // one that names another member throws
    CHECK(declared > 0);
}

TEST_CASE("an author's form as it is offered makes a condition that compiles", "[scene][forms]")
{
    for (const AuthorForm &form : author_forms())
        require_compiles(condition_of(form));
}

TEST_CASE("a form's condition names the active object, and the selected one where it is needed",
          "[scene][forms]")
{
    for (const AuthorForm &form : author_forms()) {
        INFO(form.predicate);
        const std::string text = condition_of(form).dump();
        CHECK(text.find("\"Active\"") != std::string::npos);
        CHECK((text.find("\"Selected\"") != std::string::npos) == form.needs_selected());
    }
}

TEST_CASE("every value that a form lets an author give makes a condition that compiles",
          "[scene][forms]")
{
    for (const AuthorForm &form : author_forms()) {
        for (const FormField &field : form.fields) {
            if (const auto *const choice = std::get_if<ChoiceField>(&field)) {
                for (const std::string &value : choice->choices)
                    require_compiles(condition_of(form, {{choice->member, value}}));
                continue;
            }
            const auto &number = std::get<NumberField>(field);
            for (const double limit : {number.least, number.most}) {
                if (std::isfinite(limit))
                    require_compiles(condition_of(form, {{number.member, limit}}));
            }
        }
    }
}

TEST_CASE("the numbers of a form do not ask for one member in two units", "[scene][forms]")
{
    for (const AuthorForm &form : author_forms()) {
        std::map<std::string, std::string> units;
        for (const FormField &field : form.fields) {
            const auto *const number = std::get_if<NumberField>(&field);
            if (number == nullptr) continue;
            INFO(form.predicate << "." << number->member);
            CHECK(units.emplace(number->unit_member, number->unit).first->second == number->unit);
        }
    }
}

TEST_CASE("a form takes units, limits and choices from the description", "[scene][forms]")
{
    const auto &fields = form_of("points_towards").fields;
    REQUIRE(fields.size() == 2);
    const auto &axis = std::get<ChoiceField>(fields[0]);
    const auto &angle = std::get<NumberField>(fields[1]);

    CHECK(axis.choices == std::vector<std::string>{"x", "y", "z", "-x", "-y", "-z"});
    CHECK(axis.sentence == "The object's own axis that points.");
    CHECK(angle.unit_member == "unit");
    CHECK(angle.unit_symbol == "°");
    CHECK(angle.least == 0);
    CHECK(angle.most == Approx(180));
    CHECK(std::get<NumberField>(form_of("near").fields.front()).unit_symbol == "mm");
}

TEST_CASE("what an author gives stands in the condition, the rest as it was offered",
          "[scene][forms]")
{
    const Json given =
        condition_of(form_of("points_towards"), {{"axis", "-z"}, {"no such field", 1.0}});

    CHECK(given == Json{{"points_towards",
                         {{"object", "Selected"},
                          {"axis", "-z"},
                          {"to", "Active"},
                          {"max_angle", 15.0},
                          {"unit", "deg"}}}});
}

TEST_CASE("labels of the forms differ, and their sentences end without a full stop",
          "[scene][forms]")
{
    std::set<std::string_view> labels;
    for (const AuthorForm &form : author_forms()) {
        INFO(form.predicate);
        CHECK_FALSE(form.label.empty());
        CHECK(labels.insert(form.label).second);
        CHECK_FALSE(form.sentence.empty());
        CHECK_FALSE(form.sentence.ends_with('.'));
    }
}

TEST_CASE("a form knows which of its numbers counts things", "[scene][forms]")
{
    CHECK(std::get<NumberField>(form_of("mesh").fields.at(1)).is_whole);
    CHECK_FALSE(std::get<NumberField>(form_of("near").fields.front()).is_whole);
}
