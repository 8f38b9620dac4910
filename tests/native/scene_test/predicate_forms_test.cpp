#include "fixture.hpp"

#include "scene/predicate_forms.hpp"
#include "scene/predicate_names.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

const std::string document_path = std::string(MALLOC_VR_TESTS_DIR) + "/../docs/predicates.md";

std::string cell(const std::string &text)
{
    std::string escaped;
    for (const char c : text) {
        if (c == '|') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

void write_section(std::ostream &out, const PredicateForm &form)
{
    out << "\n## `" << form.name << "`\n\n"
        << form.sentence << "\n\n```json\n"
        << form.example << "\n```\n";
    if (const auto &from = form.from_selection) {
        out << "\n*Add Checkpoint* offers it as **" << from->label << "**: " << from->sentence
            << ".\n";
    }
    if (form.members.empty()) return;
    out << "\n| member | is | without it | says |\n|---|---|---|---|\n";
    for (const FormMember &member : form.members) {
        out << "| `" << member.name << "` | " << cell(member.type) << " | " << cell(member.absent)
            << " | " << cell(member.sentence) << " |\n";
    }
}

/// docs/predicates.md, made of what the predicates say of themselves.
std::string document()
{
    std::ostringstream out;
    out << "# Predicates\n\n"
           "What a checkpoint can ask of the scene (`trigger_conditions`). A condition is an "
           "object "
           "with exactly one of\nthe members below, and with `id` and `feedback` (texts) if "
           "wished. "
           "`feedback` is said instead of the measured\nsentence while the condition does not "
           "hold. A "
           "number with a unit is rejected without it, never guessed.\n\n"
           "What could not be measured (a deleted object, no view) neither holds nor does its "
           "negation. Work that nobody\nbegan does not hold either: on an untouched scene nothing "
           "was "
           "moved, turned or done in order.\n\n"
           "Made from the predicates' own descriptions by `test_scene \"[write-docs]\"`.\n";
    for (const PredicateForm &form : predicate_forms())
        write_section(out, form);
    return out.str();
}

std::string file_text(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Whether `object` stands in one of `members` of `json` or of what it holds.
bool names_in(const Json &json, const std::string &object, const std::set<std::string> &members)
{
    if (!json.is_structured()) return false;
    const auto items = json.items();
    return std::any_of(items.begin(), items.end(), [&](const auto &item) {
        return (members.contains(item.key()) && item.value() == object) ||
               names_in(item.value(), object, members);
    });
}

} // namespace

TEST_CASE("every predicate's example is a condition that compiles", "[scene][forms]")
{
    for (const PredicateForm &form : predicate_forms()) {
        INFO(form.name);
        const auto condition = compile(*parse_json(form.example));
        if (!condition) FAIL(condition.error().field << ": " << condition.error().message);
        CHECK_FALSE(form.sentence.empty());
    }
}

TEST_CASE("an example has no member that its predicate does not describe", "[scene][forms]")
{
    for (const PredicateForm &form : predicate_forms()) {
        if (form.members.empty()) continue;
        const Json example = *parse_json(form.example);
        for (const auto &member : example.at(std::string(form.name)).items()) {
            INFO(form.name << "." << member.key());
            CHECK(std::ranges::find(form.members, member.key(), &FormMember::name) !=
                  form.members.end());
        }
    }
}

TEST_CASE("each object that an example names stands in a member that takes objects",
          "[scene][forms]")
{
    const std::set<std::string> members = object_members();

    for (const PredicateForm &form : predicate_forms()) {
        const Json example = *parse_json(form.example);
        for (const std::string &object : compile(example)->object_names()) {
            INFO(form.name << ": " << object);
            CHECK(names_in(example, object, members));
        }
    }
    CHECK_FALSE(members.contains("axis"));
}

TEST_CASE("the names of all predicates are listed once each", "[scene][forms]")
{
    std::string names;
    for (const PredicateForm &form : predicate_forms())
        names += (names.empty() ? "" : ", ") + std::string(form.name);

    CHECK(predicate_names.size() == predicate_forms().size());
    const auto rejected = compile(Json{{"nearly", 1}});
    REQUIRE_FALSE(rejected);
    CHECK_THAT(rejected.error().remedy, Catch::Contains(names));
}

TEST_CASE("a name that is nearly right is answered with the right one", "[scene][forms]")
{
    const auto remedy = [](const char *json) {
        const auto rejected = compile(*parse_json(json));
        REQUIRE_FALSE(rejected);
        return rejected.error().remedy;
    };

    CHECK_THAT(remedy(R"({"stand_on":{}})"), Catch::StartsWith("Did you mean 'stands_on'? "));
    CHECK_THAT(remedy(R"({"visible":{"objekt":"A"}})"),
               Catch::StartsWith("Did you mean 'object'? "));
    CHECK_THAT(remedy(R"({"weight":1})"), Catch::StartsWith("Give exactly one of"));
}

TEST_CASE("docs/predicates.md is what the predicates say of themselves", "[scene][forms]")
{
    INFO("write it anew with: test_scene \"[write-docs]\"");
    CHECK((file_text(document_path) == document()));
}

TEST_CASE("write docs/predicates.md", "[.write-docs]")
{
    std::ofstream file(document_path, std::ios::binary);
    file << document();
    CHECK(file.flush());
}
