"""A client at work while a person sits before the window, and Begin Again by hand."""

from collections.abc import Generator
from typing import Any

import bpy
from blender_tests_support import addon, start_client
from person import begin, context, press, run
from screen import Screen, window

Steps = Generator[float, None, None]
TURN_SECONDS = 0.05
PATIENCE_TURNS = 600
SETTLED_SECONDS = 1.5
"""By then what Blender tells of a change is no longer taken for that change."""


def let_client(*calls: tuple[str, dict[str, Any]]) -> Generator[float, None, None]:
    """Have a client make these calls while Blender's loop runs."""
    child = start_client([{"tool": tool, "arguments": given} for tool, given in calls])
    for _ in range(PATIENCE_TURNS):
        if child.poll() is not None:
            break
        yield TURN_SECONDS
    results = child.results()
    assert all("result" in result for result in results), results


def unit(unit_id: str) -> tuple[str, dict[str, Any]]:
    """The call that authors a unit."""
    data = {"unit_id": unit_id, "learning_objectives": ["see it"]}
    return "create_blender_knowledge_node", {"unit_data": data}


def own_scene_with_a_step() -> bpy.types.Scene:
    """What the person has on the screen, and a step of theirs for Undo."""
    with context():
        bpy.ops.transform.translate("EXEC_DEFAULT", True, value=(1, 0, 0))
    return window().scene


def what_a_client_authors_in_one_go_is_one_real_undo(screen: Screen) -> Steps:
    yield from begin(screen)
    run("server_start", port=0)
    own = own_scene_with_a_step()
    own_name, cube_x = own.name, bpy.data.objects["Cube"].location.x
    yield 0.5

    yield from let_client(unit("one"), unit("two"), unit("three"))
    assert window().scene.name == own_name, window().scene.name
    assert len(bpy.data.scenes) == 4
    yield 0.5
    screen.press_over_viewport("ctrl+z")
    yield 1.0

    assert len(bpy.data.scenes) == 1, [scene.name for scene in bpy.data.scenes]
    assert bpy.data.objects["Cube"].location.x == cube_x, "the person's own step stands"
    screen.press_over_viewport("ctrl+z")
    yield 1.0
    assert bpy.data.objects["Cube"].location.x != cube_x, "and is the next that Undo takes back"
    run("server_stop")


def a_unit_that_a_client_starts_waits_behind_a_button(screen: Screen) -> Steps:
    yield from begin(screen)
    run("server_start", port=0)
    own = window().scene.name
    yield from let_client(unit("theirs"))
    yield from let_client(("start_session", {"learner_id": "grace", "unit_id": "theirs"}))
    yield 0.6
    assert window().scene.name == own
    assert addon("runtime").view().session.learner == "grace"
    screen.picture("unit_waits")

    yield from press(screen, "unit_show", unit_id="theirs")

    assert window().scene.get("learning_unit_id") == "theirs"
    run("session_end")
    run("server_stop")


def the_strip_offers_undo_only_as_long_as_it_takes_back_the_clients_change(
    screen: Screen,
) -> Steps:
    yield from begin(screen)
    addon("modes").choose(addon("modes").Mode.AUTHOR)
    run("server_start", port=0)
    yield from let_client(unit("theirs"))
    yield SETTLED_SECONDS
    assert addon("runtime").view().client_change.is_last
    run("client_show")
    yield SETTLED_SECONDS
    assert addon("runtime").view().client_change.is_last, "it was only shown"
    screen.picture("strip_offers_undo")
    with context():
        bpy.ops.object.empty_add("EXEC_DEFAULT", True)
    yield SETTLED_SECONDS
    assert not addon("runtime").view().client_change.is_last
    screen.picture("strip_after_an_edit")
    screen.press_over_viewport("ctrl+z")
    yield SETTLED_SECONDS
    assert addon("runtime").view().client_change is not None, "the client's change is still there"
    screen.press_over_viewport("ctrl+z")
    yield SETTLED_SECONDS
    assert addon("runtime").view().client_change is None
    run("server_stop")


def begin_again_takes_back_what_was_done_in_edit_mode(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    run("unit_start", unit_id="find_serial_plate", learner="ada")
    guard = bpy.data.objects["Guard"]
    before = [tuple(vertex.co) for vertex in guard.data.vertices]
    with context():
        bpy.context.view_layer.objects.active = guard
        bpy.ops.object.mode_set("EXEC_DEFAULT", True, mode="EDIT")
        bpy.ops.mesh.select_all("EXEC_DEFAULT", True, action="SELECT")
        bpy.ops.transform.resize("EXEC_DEFAULT", True, value=(2, 2, 2))
        bpy.ops.object.mode_set("EXEC_DEFAULT", True, mode="OBJECT")
    bpy.data.objects.remove(bpy.data.objects["Gasket"])
    yield 0.5
    assert [tuple(vertex.co) for vertex in guard.data.vertices] != before

    yield from press(screen, "unit_restart")

    guard = bpy.data.objects["Guard"]
    assert [tuple(vertex.co) for vertex in guard.data.vertices] == before
    assert "Gasket" in window().scene.objects
    assert addon("runtime").view().problem == "", addon("runtime").view().problem
    run("session_end")


ALL = (
    what_a_client_authors_in_one_go_is_one_real_undo,
    a_unit_that_a_client_starts_waits_behind_a_button,
    begin_again_takes_back_what_was_done_in_edit_mode,
    the_strip_offers_undo_only_as_long_as_it_takes_back_the_clients_change,
)
