"""What a learner notices when a unit is adapted."""

from collections.abc import Generator
from typing import Any
from unittest import mock

from blender_tests_support import addon, tool
from person import begin, run
from screen import Screen

Steps = Generator[float, None, None]
SHORT_PAUSES = {"slower": 1.0, "normal": 0.5, "faster": 0.2}


def adapt(**data: Any) -> None:
    """Adapt the running unit, as a client does."""
    arguments = {"scene_id": "find_serial_plate", "learning_progress": {}, "adaptation_data": data}
    addon("runtime").engine().call(tool("update_blender_scene_metadata", **arguments))


def hints_come_by_themselves_where_guidance_is_high(screen: Screen) -> Steps:
    yield from begin(screen)
    run("lesson_add_example")
    run("unit_start", unit_id="find_serial_plate", learner="ada")
    with mock.patch.object(addon("core.adaptation"), "HINT_PAUSE_SECONDS", SHORT_PAUSES):
        yield 1.5
        assert addon("runtime").view().session.hints_shown == 0, "nobody asked for a hint"
        adapt(guidance_level="high", support_level="high", difficulty_adjustment=2.0)
        yield 2.0
    view = addon("runtime").view()
    assert view.session.hints_shown > 0, "the learner was left alone"
    assert len(view.adaptation.sentences) == 3, view.adaptation.sentences
    screen.scroll(6)
    yield 0.5
    screen.picture("for_you")
    screen.scroll(-20)
    run("session_end")
    yield 0.3
    assert addon("runtime").view().adaptation.sentences == ()


ALL = (hints_come_by_themselves_where_guidance_is_high,)
