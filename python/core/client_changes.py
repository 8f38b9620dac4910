"""What clients changed in the open lesson, in a sentence for the person beside them."""

from dataclasses import dataclass, replace

from .said import Said, say, say_count, template
from .scene_shapes import KnowledgeNodeCreated, TriggerCreated
from .shape import Shape
from .window_shapes import LessonChanged


@dataclass(frozen=True)
class ClientChange:
    """What clients changed last, in one go.

    Attributes:
        sentence: What it was.
        scene_name: Where it is to be seen.
        unit_id: Of that scene's unit.
        goal_id: The goal that it was about; "" for a unit.
        count: Calls that it took.
        is_removal: Whether the unit or the goal is gone by it.
        is_last: Whether nothing else was done in this Blender since, so that Undo takes just it back.
    """

    sentence: str
    scene_name: str
    unit_id: str
    goal_id: str = ""
    count: int = 1
    is_removal: bool = False
    is_last: bool = True


def changed_by(
    reply: Shape, title: str, before: ClientChange | None, removed: str = ""
) -> ClientChange | None:
    """What a client's authoring call changed; None for a reply that tells of no change.

    Args:
        title: Of the goal or the unit that it is about, as people read it.
        before: What it goes on from, if it is one of the same go.
        removed: The title of what is gone; "" if nothing is.
    """
    count = before.count + 1 if before is not None else 1
    if isinstance(reply, TriggerCreated):
        made, sentences = _goal(title), _ADDED
        goal_id = reply.checkpoint_id
    elif isinstance(reply, KnowledgeNodeCreated):
        made, sentences = _unit(title), _MADE_ANEW if reply.replaced else _ADDED
        goal_id = ""
    elif isinstance(reply, LessonChanged):
        made = _changed(reply, removed or title)
        sentences = _REMOVED if removed else _CHANGED
        goal_id = reply.checkpoint_id
    else:
        return None
    said = say(sentences[min(count, len(sentences)) - 1], what=made, before=count - 1)
    return ClientChange(said, reply.scene_name, reply.unit_id, goal_id, count, bool(removed))


def _changed(reply: LessonChanged, title: str) -> Said:
    if reply.checkpoint_id:
        return _goal(title)
    return _unit(title) if reply.unit_id else say("the lesson")


def _goal(title: str) -> Said:
    return say("the goal “{title}”", title=title)


def _unit(title: str) -> Said:
    return say("the unit “{title}”", title=title)


_ADDED = (
    template("A client added {what}."),
    template("A client added {what}, and one change before it."),
    template("A client added {what}, and {before} changes before it."),
)
_CHANGED = (
    template("A client changed {what}."),
    template("A client changed {what}, and made one change before it."),
    template("A client changed {what}, and made {before} changes before it."),
)
_REMOVED = (
    template("A client removed {what}."),
    template("A client removed {what}, and made one change before it."),
    template("A client removed {what}, and made {before} changes before it."),
)
_MADE_ANEW = (
    template("A client made {what} anew."),
    template("A client made {what} anew, and one change before it."),
    template("A client made {what} anew, and {before} changes before it."),
)
"""By how many calls it took, of which the last stands for all that are more."""


def no_longer_last(change: ClientChange) -> ClientChange:
    """Something else was done since."""
    return replace(change, is_last=False)


def waiting_sentence(count: int) -> str:
    """Say how much of clients' authoring waits while a unit runs; "" where nothing does."""
    if count == 0:
        return ""
    return say_count(
        count,
        "A client wants to change the lesson. That waits until you leave the unit.",
        "Clients want to change the lesson: {count} changes wait until you leave the unit.",
    )
