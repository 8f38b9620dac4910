#include "fixture.hpp"

#include "scene/message_catalogue.hpp"
#include "scene/surface.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>
#include <memory>
#include <set>
#include <utility>

// Over 250 lines: one table of all that is said.

using namespace mvr;
using namespace mvr::scene;
using namespace mvr::scene::test;

namespace {

/// A tilted cup over a table, and a hidden lid beside it.
Snapshot kitchen(const Vec3 &cup_at = {0, 0, 0.58})
{
    auto cup = object("Cup", cup_at, about({1, 0, 0}, rad(12)), {0.05, 0.05, 0.05});
    cup.properties["grams"] = 20.0;
    cup.properties["state"] = std::string("wet");
    cup.properties["weight"] = std::numeric_limits<double>::quiet_NaN();
    cup.materials = {"Clay"};
    cup.modifiers = {{"SUBSURF", "Smooth", true}, {"MIRROR", "Mirror", false}};
    cup.parent = "Table";
    auto table = object("Table", {}, {}, {0.5, 0.5, 0.5});
    auto lid = object("Lid", {3, 0, 0});
    lid.visible = false;
    auto flat = object("Flat");
    flat.world = matrix({1, 0, 0}, {0, 1, 0}, {0, 0, 0}, {});
    cup.mesh = {8, 12, 6, 0};
    table.mesh = {1, 1, 1, 1};
    flat.mesh = {8, 12, 6, std::nullopt};
    lid.mesh = {4, 4, 0, 0};
    auto far = object("Far", {1e308, 1e308, 0});
    far.parent = "Table";
    far.is_parent_of_lesson = false;
    Snapshot made = scene_of({cup, table, lid, flat, far});
    made.view = ViewState{.eye = {0, -4, 0.58},
                          .forward = {0, 1, 0},
                          .up = {0, 0, 1},
                          .vertical_fov_rad = pi / 2,
                          .source = "viewport",
                          .pivot_distance_m = 4};
    return made;
}

/// The cup after it was turned and moved, one second later.
Snapshot later(const Vec3 &cup_at, double turned_deg = 0)
{
    Snapshot made = kitchen(cup_at);
    place(made.objects[0], cup_at, about({0, 0, 1}, rad(turned_deg)), {0.05, 0.05, 0.05});
    made.time_seconds = 1;
    return made;
}

Snapshot looking(const Vec3 &forward, double parallel_height_m = 0)
{
    Snapshot made = kitchen();
    made.view->forward = normalised(forward);
    made.view->parallel_height_m = parallel_height_m;
    return made;
}

Snapshot from_nearer()
{
    Snapshot made = kitchen();
    made.view->pivot_distance_m = 2;
    return made;
}

Snapshot blind()
{
    Snapshot made = kitchen();
    made.view.reset();
    made.mode.clear();
    made.active_tool.clear();
    return made;
}

Snapshot picked(std::set<std::string, std::less<>> names, std::string active)
{
    Snapshot made = kitchen();
    made.selection = {std::move(names), std::move(active)};
    return made;
}

Snapshot with_open_lid(std::size_t open_edges)
{
    Snapshot made = kitchen();
    made.objects[2].mesh = {4, 4, 1, open_edges};
    return made;
}

Snapshot answered(const std::string &answer)
{
    Snapshot made = kitchen();
    made.answers["Which?"] = answer;
    return made;
}

/// Of the table there are only two corners, and the cup is over neither.
Snapshot with_hole()
{
    Snapshot made = kitchen();
    const std::vector<float> corners{0.5F,  0.5F,  0.5F, 0.4F,  0.5F,  0.5F, 0.5F,  0.4F,  0.5F,
                                     -0.5F, -0.5F, 0.5F, -0.4F, -0.5F, 0.5F, -0.5F, -0.4F, 0.5F};
    const std::vector<std::int32_t> triangles{0, 1, 2, 3, 4, 5};
    made.objects[1].surface = std::make_shared<Surface>(corners, triangles);
    return made;
}

/// Follows messages down to those that they nest.
void note_said(const Message &message, std::set<std::string> &said)
{
    said.emplace(message.id());
    for (const Argument &argument : message.arguments()) {
        if (const auto *const nested = std::get_if<Message>(&argument.value)) {
            note_said(*nested, said);
        }
        const auto *const number = std::get_if<Number>(&argument.value);
        if (number && !std::isfinite(number->value)) said.emplace("number.unknown");
    }
}

/// Everything that is said of a condition after the last of the snapshots.
void judge(const std::string &json, const std::vector<Snapshot> &scenes,
           std::set<std::string> &said)
{
    INFO(json);
    const Evaluation found = judged(json, scenes);
    for (const Message &message : found.unmet) {
        CHECK_THAT(message.text(), !Catch::Contains("{"));
        note_said(message, said);
    }
}

std::string negated(const std::string &json) { return R"({"not":)" + json + "}"; }

/// Of each predicate, what it says in a scene in which it does not hold, and negated where it does.
std::vector<std::pair<std::string, std::vector<Snapshot>>> conversations()
{
    const std::string shown = R"({"visible":{"object":"Cup"}})";
    const std::string hidden = R"({"visible":{"object":"Lid"}})";
    const std::string steps = R"({"order":{"steps":[{"id":"move","when":{"moved":{"object":"Cup",)"
                              R"("min":1,"unit":"mm"}}},{"id":"show","when":)" +
                              hidden + "}]}}";
    const std::string two_at_once = R"({"order":{"steps":[{"id":"a","when":)" + hidden +
                                    R"(},{"id":"b","when":)" + hidden + "}]}}";
    const std::string selected = R"({"selected":{"object":"Cup"}})";
    const std::string last_selected = R"({"selected":{"object":"Cup","active":true}})";
    const std::string which =
        R"({"answer":{"question":"Which?","options":["Cup","Lid"],"correct":"Cup"}})";
    const std::vector<Snapshot> still{kitchen()};
    auto lid_shown = later({0, 0, 0.58});
    lid_shown.objects[2].visible = true;
    return {
        {hidden, still},
        {negated(shown), still},
        {R"({"hidden":{"object":"Cup"}})", still},
        {negated(R"({"hidden":{"object":"Lid"}})"), still},
        {R"({"count":{"of":[)" + shown + "," + hidden + R"(],"min":2}})", still},
        {R"({"count":{"of":[)" + shown + "," + hidden + R"(],"max":0}})", still},
        {R"({"count":{"of":[)" + shown + "," + hidden + R"(],"min":2},"feedback":"Show both."})",
         still},
        {negated(R"({"all":[)" + shown + "]}"), still},
        {R"({"not":)" + negated(hidden) + "}", still},
        {negated(negated(hidden)), still},
        {negated(negated(negated(shown))), still},
        {R"({"near":{"object":"Cup","to":"Table","max":1,"unit":"mm"}})", still},
        {R"({"near":{"object":"Cup","to":[0,0,2],"max":1,"tolerance":1,"unit":"mm"}})", still},
        {R"({"near":{"object":"Cup","to":"Table","min":1,"tolerance":0.1,"unit":"mm"}})",
         {kitchen({0, 0, 0.5})}},
        {R"({"near":{"object":"Cup","to":[0,0,0.58],"min":1,"unit":"cm"}})", still},
        {R"({"near":{"object":"Cup","to":"Table","measure":"centre","max":1,"unit":"mm"}})", still},
        {R"({"near":{"object":"Cup","to":[0,0,2],"measure":"centre","max":1,"unit":"mm"}})", still},
        {R"({"stands_on":{"object":"Cup","on":"Table"}})", {later({0, 0, 0.6})}},
        {R"({"stands_on":{"object":"Cup","on":"Table"}})", {later({0, 0, 0.4})}},
        {R"({"stands_on":{"object":"Cup","on":"Table"}})", {later({2, 0, 0.6})}},
        {R"({"stands_on":{"object":"Cup","on":"Table"}})", {with_hole()}},
        {R"({"stands_on":{"object":"Cup","on":"Table","off_centre":1,"unit":"mm"}})",
         {later({0.2, 0, 0.55})}},
        {negated(R"({"stands_on":{"object":"Cup","on":"Table"}})"), {later({0, 0, 0.55})}},
        {R"({"points_towards":{"object":"Cup","axis":"x","to":"Lid","max_angle":1,"unit":"deg"}})",
         still},
        {R"({"points_towards":{"object":"Cup","axis":"x","to":[0,0,0],"max_angle":1,"unit":"deg"}})",
         still},
        {R"({"points_towards":{"object":"Cup","axis":"x","to":[0,0,0.58],"max_angle":1,"unit":"deg"}})",
         still},
        {R"({"distance":{"object":"Cup","to":"Lid","max":1,"unit":"mm"}})", still},
        {R"({"distance":{"object":"Cup","to":[0,0,0],"max":1,"unit":"mm"}})", still},
        {R"({"distance":{"object":"Cup","to":"Gone","max":1,"unit":"mm"}})", still},
        {R"({"angle":{"object":"Cup","axis":"z","to":"Table","to_axis":"z","max":1,"unit":"deg"}})",
         still},
        {R"({"angle":{"object":"Cup","axis":"z","to":[0,0,1],"max":1,"unit":"deg"}})", still},
        {R"({"aligned":{"object":"Cup","axis":"z","to":"Table","to_axis":"z","max_angle":1,"unit":"deg"}})",
         still},
        {R"({"aligned":{"object":"Cup","axis":"z","to_axis":"z","max_angle":1,"unit":"deg"}})",
         still},
        {R"({"inside":{"object":"Cup","region":"Table"}})", still},
        {R"({"inside":{"object":"Cup","region":"Table","tolerance":1,"unit":"mm"}})", still},
        {R"({"inside":{"object":"Cup","region":"Flat"}})", still},
        {negated(R"({"inside":{"object":"Cup","region":"Table"}})"), {kitchen({0, 0, 0})}},
        {R"({"dimensions":{"object":"Cup","axis":"z","min":1,"unit":"m"}})", still},
        {R"({"moved":{"object":"Cup","min":5,"unit":"mm"}})", still},
        {R"({"moved":{"object":"Cup","max":5,"unit":"mm"}})", still},
        {R"({"moved":{"object":"Late","max":5,"unit":"mm"}})", still},
        {R"({"count":{"of":[{"moved":{"object":"Cup","min":5,"unit":"mm"}}],"max":0}})", still},
        {R"({"turned":{"object":"Cup","axis":"z","min":5,"unit":"deg"}})", still},
        {R"({"turned":{"object":"Cup","axis":"z","max":5,"unit":"deg"}})", still},
        {R"({"distance":{"object":"Far","to":[-1e308,-1e308,0],"max":1,"unit":"mm"}})", still},
        {R"({"in_view":{"object":"Cup"}})", {looking({0, -1, 0})}},
        {R"({"in_view":{"object":"Cup"}})", {looking({1, 0.1, 0})}},
        {R"({"in_view":{"object":"Lid"}})", {looking({0, 1, 0}, 1)}},
        {R"({"in_view":{"object":"Cup","max_distance":1,"unit":"m","min_screen_fraction":0.9,)"
         R"("facing_axis":"z","max_facing_angle":1,"angle_unit":"deg"}})",
         still},
        {negated(R"({"in_view":{"object":"Cup"}})"), still},
        {R"({"in_view":{"object":"Cup"}})", {blind()}},
        {R"({"view_turned":{"min":90,"unit":"deg"}})", still},
        {R"({"view_turned":{"min":90,"unit":"deg"}})", {kitchen(), looking({1, 1, 0})}},
        {R"({"view_zoomed":{"min":9}})", still},
        {R"({"view_zoomed":{"min":9}})", {kitchen(), from_nearer()}},
        {R"({"property":{"object":"Cup","name":"grams","min":60}})", still},
        {R"({"property":{"object":"Cup","name":"state","equals":"dry"}})", still},
        {R"({"property":{"object":"Cup","name":"weight","equals":3}})", still},
        {R"({"property":{"object":"Cup","name":"pass","min":3}})", still},
        {R"({"property":{"object":"Cup","name":"pass","max":3}})", still},
        {R"({"parented":{"object":"Cup","to":"Lid"}})", still},
        {R"({"parented":{"object":"Lid","to":"Cup"}})", still},
        {R"({"parented":{"object":"Far","to":"Table"}})", still},
        {R"({"has_material":{"object":"Cup","material":"Steel"}})", still},
        {R"({"has_material":{"object":"Lid","material":"Steel"}})", still},
        {R"({"has_modifier":{"object":"Cup","type":"BEVEL"}})", still},
        {R"({"has_modifier":{"object":"Cup","type":"SUBSURF","name":"Fine"}})", still},
        {R"({"has_modifier":{"object":"Lid","type":"SUBSURF"}})", still},
        {negated(R"({"has_modifier":{"object":"Cup","type":"SUBSURF"}})"), still},
        {R"({"has_modifier":{"object":"Cup","type":"SUBSURF","shown":false}})", still},
        {R"({"has_modifier":{"object":"Cup","type":"MIRROR","shown":true}})", still},
        {R"({"mesh":{"object":"Cup","count_of":"faces","min":7}})", still},
        {R"({"mesh":{"object":"Cup","count_of":"edges","max":7}})", still},
        {R"({"mesh":{"object":"Cup","count_of":"vertices","min":9}})", still},
        {R"({"mesh":{"object":"Table","count_of":"faces","min":2}})", still},
        {R"({"mesh":{"object":"Table","count_of":"edges","min":2}})", still},
        {R"({"mesh":{"object":"Table","count_of":"vertices","min":2}})", still},
        {R"({"mesh":{"object":"Far","min":2}})", still},
        {R"({"manifold":{"object":"Table"}})", still},
        {R"({"manifold":{"object":"Flat"}})", still},
        {R"({"manifold":{"object":"Lid"}})", still},
        {R"({"manifold":{"object":"Lid"}})", {with_open_lid(3)}},
        {negated(R"({"manifold":{"object":"Cup"}})"), still},
        {which, still},
        {which, {answered("Lid")}},
        {R"({"mode":{"is":"EDIT_MESH"}})", still},
        {R"({"mode":{"is":"EDIT_MESH"}})", {blind()}},
        {R"({"tool":{"is":"builtin.move"}})", still},
        {R"({"tool":{"is":"builtin.move"}})", {blind()}},
        {selected, still},
        {last_selected, {picked({"Cup"}, "Lid")}},
        {negated(last_selected), {picked({"Cup"}, "Cup")}},
        {negated(selected), {picked({"Cup"}, "")}},
        {R"({"duration":{"of":)" + shown + R"(,"min":2,"unit":"s"}})", still},
        {R"({"within":{"of":)" + hidden + R"(,"max":0.5,"unit":"s"}})", {kitchen(), later({})}},
        {R"({"within":{"of":)" + hidden + R"(,"max":0.5,"unit":"s"}})", {kitchen(), lid_shown}},
        {steps, still},
        {steps, {kitchen(), lid_shown}},
        {negated(R"({"order":{"steps":[{"id":"show","when":)" + hidden + "}]}}"),
         {kitchen(), lid_shown}},
        {negated(R"({"order":{"steps":[{"id":"a","when":)" + shown + "}]}}"), still},
        {two_at_once, {kitchen(), lid_shown}},
        {R"({"order":{"steps":[{"id":"a","when":)" + shown + "}]}}", still},
    };
}

} // namespace

TEST_CASE("no two templates have one id, and each is a text with closed placeholders",
          "[scene][messages]")
{
    std::set<std::string_view> ids;
    for (const MessageTemplate *form : message_catalogue()) {
        INFO(form->id);
        CHECK(ids.insert(form->id).second);
        CHECK_FALSE(form->english.empty());
        CHECK(std::ranges::count(form->english, '{') == std::ranges::count(form->english, '}'));
    }
}

TEST_CASE("every template of the catalogue is said somewhere, and none is said that it lacks",
          "[scene][messages]")
{
    std::set<std::string> said;
    for (const auto &[json, scenes] : conversations())
        judge(json, scenes, said);
    said.erase("author");

    std::set<std::string> listed;
    for (const MessageTemplate *form : message_catalogue())
        listed.emplace(form->id);
    std::vector<std::string> differing;
    std::ranges::set_symmetric_difference(said, listed, std::back_inserter(differing));
    CHECK(differing == std::vector<std::string>{});
}

TEST_CASE("what is measured keeps its unit in another language, and the author's words stay",
          "[scene][messages]")
{
    const auto german = [](std::string_view english) -> std::string {
        if (english == "{object} is {measured} away from {other}")
            return "Zwischen {other} und {object} sind es {measured}";
        if (english == "at most {limit} is allowed") return "höchstens {limit} sind erlaubt";
        return std::string(english);
    };
    const std::string near = R"({"near":{"object":"Cup","to":"Table","max":1,"unit":"mm"})";

    CHECK(judged(near + "}", later({0, 0, 0.58})).unmet.at(0).text(german) ==
          "Zwischen Table und Cup sind es 30 mm; höchstens 1 mm sind erlaubt.");
    CHECK(judged(near + R"(,"feedback":"Put it down."})", kitchen()).unmet.at(0).text(german) ==
          "Put it down.");
}
