"""Goals: none, one, nested with its truth, as JSON, tolerances to drag, made hints, Show Me."""

import json
from typing import Any

import bpy
from album import Album, Steps
from blender_tests_support import addon
from demonstration_support import WELL_M, add_cup, add_saucer
from person import begin, context, run
from show_me import TEN_TIMES
from staging import author, open_menu, point_at_sidebar, unfolded
from work_shots import until


def lay_table(album: Album, title: str) -> Steps:
    """A unit in a scene with a large cup beside its saucer, and nothing else."""
    yield from begin(album)
    for name in [each.name for each in bpy.data.objects if each.type == "MESH"]:
        bpy.data.objects.remove(bpy.data.objects[name])
    with context():
        for thing in (add_saucer(), add_cup()):
            thing.data.transform(thing.matrix_world.Scale(TEN_TIMES, 4))
            thing.location = thing.location * TEN_TIMES * 0.4
    run("unit_add", source="SCENE", title=title)
    see_table()
    author()
    yield 0.5


def see_table() -> None:
    """Look at cup and saucer from near."""
    pick("Saucer", "Cup")
    with context():
        bpy.ops.view3d.view_selected()


def pick(*names: str) -> None:
    """Select objects; the last one is the active one."""
    with context():
        for thing in bpy.context.view_layer.objects:
            thing.select_set(thing.name in names)
        bpy.context.view_layer.objects.active = bpy.data.objects[names[-1]]


def add(kind: str, *names: str, **options: Any) -> Any:
    """Add a goal about these objects; returns what holds it."""
    pick(*names)
    run("trigger_add", kind=kind, **options)
    return addon("authoring.goals").selected(bpy.context.window_manager.windows[0].scene)


def goals_none_and_to_add(album: Album) -> Steps:
    yield from lay_table(album, "Serve the Tea")
    yield from album.take("44-goals-none", ["What must be so in this scene?", "Add Goal"])
    yield from point_at_sidebar()
    pick("Cup", "Saucer")
    says = ["Add Goal", "Cup stands on Saucer", "Order and Time", "Question"]
    yield from album.take(
        "45-goals-add", says, whole=True, opens=lambda: open_menu("MALLOC_VR_MT_goal_add")
    )
    album.escape()
    yield 0.5
    run("trigger_add", kind="EMPTY")
    says = ["Choose what must be so.", "Choose What Must Be So"]
    yield from album.take("45a-goal-empty", says)


def goals_that_ask(album: Album) -> Steps:
    yield from lay_table(album, "Serve the Tea")
    run("trigger_add", kind="ANSWER", answered_by="choice")
    row = addon("authoring.goals").selected(bpy.context.window_manager.windows[0].scene)
    row = row.malloc_vr.rows[0]
    yield from album.take("58-question-to-write", ["Write the question.", "Add Option"])
    row.text_0, row.option_0, row.option_1 = "What is laid first?", "The saucer", "The cup"
    says = ["Mark the right option of “What is laid first?”.", "Add Option"]
    yield from album.take("58a-question-unmarked", says)
    run("question_change", path=row.path, change="RIGHT", place=0)
    yield from album.take("58b-question-choice", ["is not answered yet", "Add Option"])
    row.answered_by = "order"
    yield from album.take("58c-question-order", ["Learners see: The cup, The saucer."])
    row.answered_by = "number"
    yield from album.take("58d-question-number", ["Give the right number"])


def goals_without_their_object(album: Album) -> Steps:
    yield from lay_table(album, "Serve the Tea")
    add("STANDS_ON", "Cup", "Saucer")
    with context():
        bpy.data.objects.remove(bpy.data.objects["Saucer"])
    yield from until(lambda: bool(addon("runtime").view().gone))
    yield from album.take("59-goal-object-gone", ["“Saucer” is gone."])


def goals_and_their_tolerances(album: Album) -> Steps:
    yield from lay_table(album, "Serve the Tea")
    add("STANDS_ON", "Cup", "Saucer")
    add("NEAR", "Cup", "Saucer")
    says = ["Cup is near Saucer", "gizmo:ring"]
    yield from album.take("46-goal-ring", says, whole=True)
    run("trigger_add", kind="POINTS_TOWARDS")
    yield from album.take("47-goal-cone", ["gizmo:cone"], whole=True)
    add("INSIDE", "Cup", "Saucer")
    yield from album.take("48-goal-box", ["gizmo:box"], whole=True)
    yield from album.take("49-goals-rows", ["Cup stands on Saucer", "Add Goal"])


def goals_nested(album: Album) -> Steps:
    yield from lay_table(album, "Serve the Tea")
    add("STANDS_ON", "Cup", "Saucer")
    run("condition_add", kind="NEAR")
    run("condition_change", change="NOT", path=json.dumps(["all", 1]))
    yield 0.5
    says = ["All of", "Cup stands on Saucer", "And…"]
    yield from album.take("50-goal-nested", says[1:])
    with unfolded("MALLOC_VR_PT_author_goal_advanced"):
        yield from album.take("51-goal-json", ["Skill", "JSON"])


def goals_with_made_hints(album: Album) -> Steps:
    yield from lay_table(album, "Serve the Tea")
    add("STANDS_ON", "Cup", "Saucer")
    run("hints_make")
    with unfolded("MALLOC_VR_PT_author_hints"):
        yield from album.take("52-hints-made", ["Look at Cup.", "Put Cup onto Saucer."], whole=True)
    run("unit_start", learner="ada")
    for _ in range(3):
        run("hint_show")
    see_table()
    yield 0.5
    yield from album.take("53-hints-made-shown", over=["Hint 3/3"], whole=True)
    run("session_end")
    yield 0.3


def goals_shown_by_doing(album: Album) -> Steps:
    yield from lay_table(album, "Serve the Tea")
    yield from album.take("54-show-me", ["Do the task once yourself."])
    run("demonstration_start")
    yield from album.take(
        "55-show-me-nothing-yet", ["Recording: do the task now.", "Nothing changed"]
    )
    pick("Cup")
    with context():
        offset = [a - b for a, b in zip((0.02, -0.01, TEN_TIMES * WELL_M), cup(), strict=True)]
        bpy.ops.transform.translate("EXEC_DEFAULT", True, value=offset)
        bpy.ops.transform.rotate("EXEC_DEFAULT", True, value=1.2, orient_axis="Z")
    yield from until(lambda: len(addon("runtime").view().demonstration.changes) > 1)
    says = ["Recording: do the task now.", "Cup moved", "Cup turned"]
    yield from album.take("56-show-me-recording", says, whole=True)
    run("demonstration_stop")
    yield from album.take(
        "57-show-me-offers", ["Shown 1 of at most 3 times", "Cup stands on Saucer."]
    )


def cup() -> Any:
    """Where the cup is."""
    return bpy.data.objects["Cup"].location


EVERYWHERE = (goals_and_their_tolerances, goals_nested, goals_that_ask, goals_shown_by_doing)
ONCE = (
    goals_none_and_to_add,
    goals_with_made_hints,
    goals_without_their_object,
)
