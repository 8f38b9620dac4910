"""What clients did that is no change of the lesson, in a sentence for the person beside them.

Blender's Undo takes none of it back.
"""

from pathlib import PurePath

from .said import say
from .scene_shapes import HintShownInScene, LessonSaved
from .shape import Shape
from .window_shapes import LessonOpened, LessonPacked, UnitPaused


def deed_of(reply: Shape, title: str) -> str:
    """What a client's call did; "" for all that a person need not hear of.

    Args:
        title: Of the unit that it is about, as people read it.
    """
    if isinstance(reply, LessonOpened):
        return say("A client opened the lesson {name}.", name=PurePath(reply.path).name)
    if isinstance(reply, LessonSaved):
        return say("A client saved the lesson as {name}.", name=PurePath(reply.path).name)
    if isinstance(reply, LessonPacked):
        return say("A client packed the lesson into {name}.", name=PurePath(reply.path).name)
    if isinstance(reply, UnitPaused) and reply.paused:  # only the learner goes on
        return say("A client paused the unit “{title}”.", title=title)
    if isinstance(reply, HintShownInScene):
        return say("A client showed a hint in the unit “{title}”.", title=title)
    return ""
