"""What the tab is for at the moment: learning, authoring or looking at how learners did.

The mode is no part of a file: no step of Undo changes it, and another file only where it holds a
lesson. While a unit runs the tab is for learning, whatever was chosen.

Thread: main.
"""

from enum import Enum

import bpy

from . import redraw, view_state
from .authoring import truth_due
from .core.said import template
from .translation import CONTEXT


class Mode(Enum):
    """A mode, by its identifier in the property."""

    LEARN = "LEARN"
    AUTHOR = "AUTHOR"
    REVIEW = "REVIEW"


_LABELS = {
    Mode.LEARN: template("Learn"),
    Mode.AUTHOR: template("Author"),
    Mode.REVIEW: template("Review"),
}
_SENTENCES = {
    Mode.LEARN: template("Work through the units of this lesson"),
    Mode.AUTHOR: template("Build and edit the units of this lesson"),
    Mode.REVIEW: template("See how learners did, step by step"),
}

_chosen = Mode.LEARN


def current() -> Mode:
    """What the tab shows."""
    return Mode.LEARN if view_state.view().session is not None else _chosen


def choose(mode: Mode) -> None:
    """Have the tab show another mode, as soon as no unit runs."""
    global _chosen
    _chosen = mode
    truth_due.mark()
    redraw.interface()


def _choose_by_hand(mode: Mode) -> None:
    """What was said in one mode is for whoever works in it."""
    view_state.show_problem("")
    choose(mode)


def register() -> None:
    """Make the property that the switch is drawn from."""
    bpy.types.WindowManager.malloc_vr_mode = bpy.props.EnumProperty(
        name="Mode",
        translation_context=CONTEXT,  # Blender's own "Author" is a person
        items=tuple((mode.value, _LABELS[mode], _SENTENCES[mode]) for mode in Mode),
        get=lambda _manager: list(Mode).index(_chosen),
        set=lambda _manager, index: _choose_by_hand(list(Mode)[index]),
    )


def unregister() -> None:
    """Take it away again."""
    del bpy.types.WindowManager.malloc_vr_mode
    choose(Mode.LEARN)
