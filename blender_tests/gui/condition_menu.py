"""The menu beside a part of a condition, and a question that is written, by mouse and keys."""

import json
from typing import Any

import bpy
import hovered
from at_work import Steps
from blender_tests_support import addon
from counted_hand import CountedHand, wait
from person import begin, context, run
from screen import Screen, sidebar, window

ENTRY_PIXELS = 21
"""From one entry of a menu to the next, at scale 1."""
FIRST_PIXELS = 23
"""From the middle of the arrow to that of the entry that is next to it."""
SEPARATOR_PIXELS = 7
ARROW_COLUMN = 0.885
"""Part of the sidebar's width, without its tabs, at which the arrow beside a part stands."""


def condition() -> dict[str, Any]:
    """Of the goal that is edited."""
    goal = addon("authoring.goals").selected(window().scene)
    return dict(json.loads(goal["trigger_conditions"])) if goal is not None else {}


def lay_the_table(screen: Screen) -> Steps:
    """A unit with a cube and a saucer selected, for authors."""
    yield from begin(screen)
    run("unit_add", source="SCENE", title="Tea")
    with context():
        bpy.ops.mesh.primitive_cylinder_add(location=(3, 0, 0))
        bpy.context.object.name = "Saucer"
        bpy.data.objects["Cube"].select_set(True)
    modes = addon("modes")
    modes.choose(modes.Mode.AUTHOR)


def entry_at(name: str, arrow: int) -> int:
    """Where an entry of the menu beside a part that stands on another is, once that is open.

    It opens below its arrow where it has the space there, else above it.
    """
    form, changes = addon("core.condition_form"), addon("core.condition_changes")
    members = [one for one in form.fields("stands_on") if not one.is_required]
    members = [one for one in members if one.kind is not form.FieldKind.UNIT]
    names = [one for one, _ in changes.offered("stands_on")]
    place, last = len(members) + names.index(name), len(members) + len(names) - 1
    height = FIRST_PIXELS + ENTRY_PIXELS * last + SEPARATOR_PIXELS
    if arrow - height > ENTRY_PIXELS:
        return arrow - FIRST_PIXELS - SEPARATOR_PIXELS - ENTRY_PIXELS * place
    return arrow + FIRST_PIXELS + ENTRY_PIXELS * (last - place)


def choose(hand: CountedHand, row: int, name: str) -> Steps:
    """Open the menu beside a part, and click an entry."""
    path = f"rows[{row}].pick_0"
    _, y = yield from hovered.find(hovered.field(path), path, (0.82, 0.85))
    region = sidebar()
    x = region.x + round((region.width - hovered.TABS_PIXELS) * ARROW_COLUMN)
    yield from hand.click_at(x, y, "the arrow")
    yield from hand.click_at(x - 40, entry_at(name, y), name)


def the_menu_beside_a_part_does_what_its_entries_say(screen: Screen) -> Steps:
    yield from lay_the_table(screen)
    run("trigger_add", kind="STANDS_ON")
    yield from wait(lambda: bool(addon("runtime").view().truth), "nothing is judged")
    hand = CountedHand(screen, "condition_menu")
    leaf = condition()["stands_on"]
    yield from choose(hand, 0, "NOT")
    yield from wait(lambda: condition() == {"not": {"stands_on": leaf}}, f"{condition()}")
    yield from choose(hand, 1, "DURATION")
    yield from wait(lambda: list(condition()["not"]) == ["duration"], f"{condition()}")
    yield from choose(hand, 2, "ORDER")
    yield from wait(lambda: "order" in condition()["not"]["duration"]["of"], f"{condition()}")
    screen.sidebar_picture("condition_menu_nested")
    yield from choose(hand, 3, "REMOVE")
    yield from wait(lambda: condition() == {}, f"{condition()}")


def asked() -> dict[str, Any]:
    """The question of the goal that is edited."""
    return dict(condition().get("answer", {}))


def write(hand: CountedHand, path: str, text: str) -> Steps:
    yield from hand.click_field(path)
    yield from hand.enter(text)


def a_question_is_written_and_marked_by_mouse_and_keys(screen: Screen) -> Steps:
    yield from lay_the_table(screen)
    run("trigger_add", kind="ANSWER", answered_by="choice")
    yield from wait(lambda: bool(asked()), "there is no question")
    hand = CountedHand(screen, "question")
    yield from write(hand, "rows[0].text_0", "What comes first?")
    yield from write(hand, "rows[0].option_0", "the cup")
    yield from write(hand, "rows[0].option_1", "the saucer")
    yield from hand.click_operator("question_change", "'RIGHT'", "place=1", column=0.1)
    yield from wait(lambda: asked().get("correct") == "the saucer", f"{asked()}")
    screen.sidebar_picture("question_written")
    (unit,) = addon("runtime").view().lesson.units
    yield from wait(lambda: unit_goal().next_step == "", "something lacks")
    assert unit_goal().objective == "What comes first?", unit.goals


def unit_goal() -> Any:
    """The one goal of the one unit, as the panel shows it."""
    (unit,) = addon("runtime").view().lesson.units
    (goal,) = unit.goals
    return goal


def a_number_is_right_also_where_it_is_nought(screen: Screen) -> Steps:
    yield from lay_the_table(screen)
    run("trigger_add", kind="ANSWER", answered_by="number")
    yield from wait(lambda: bool(asked()), "there is no question")
    hand = CountedHand(screen, "number")
    yield from write(hand, "rows[0].text_0", "How many are left?")
    yield from hand.click_field("rows[0].right_number")
    yield from hand.key("Return")
    yield from hand.key("ctrl+a")
    yield from hand.enter("0")
    yield from wait(lambda: asked().get("correct") == 0, f"{asked()}")


ALL = (
    the_menu_beside_a_part_does_what_its_entries_say,
    a_question_is_written_and_marked_by_mouse_and_keys,
    a_number_is_right_also_where_it_is_nought,
)
