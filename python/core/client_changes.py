"""What clients changed in the open lesson, in a sentence for the person beside them."""

from dataclasses import dataclass, replace

from .scene_shapes import KnowledgeNodeCreated, TriggerCreated
from .shape import Shape


@dataclass(frozen=True)
class ClientChange:
    """What clients changed last, in one go.

    Attributes:
        sentence: What it was.
        scene_name: Where it is to be seen.
        unit_id: Of that scene's unit.
        goal_id: The goal that was added; "" for a unit.
        count: Calls that it took.
        is_last: Whether nothing else was done in this Blender since, so that Undo takes just it back.
    """

    sentence: str
    scene_name: str
    unit_id: str
    goal_id: str = ""
    count: int = 1
    is_last: bool = True


def changed_by(reply: Shape, title: str, before: ClientChange | None) -> ClientChange | None:
    """What a client's authoring call changed; None for a reply that tells of no change.

    Args:
        title: Of the unit, as people read it.
        before: What it goes on from, if it is one of the same go.
    """
    count = before.count + 1 if before is not None else 1
    if isinstance(reply, TriggerCreated):
        said = f"added the goal “{reply.learning_objective}”"
        goal_id = reply.checkpoint_id
    elif isinstance(reply, KnowledgeNodeCreated):
        said = f"{'made anew' if reply.replaced else 'added'} the unit “{title}”"
        goal_id = ""
    else:
        return None
    more = {1: "", 2: ", and one change before it"}.get(
        count, f", and {count - 1} changes before it"
    )
    return ClientChange(f"A client {said}{more}.", reply.scene_name, reply.unit_id, goal_id, count)


def no_longer_last(change: ClientChange) -> ClientChange:
    """Something else was done since."""
    return replace(change, is_last=False)


def waiting_sentence(count: int) -> str:
    """Say how much of clients' authoring waits while a unit runs; "" where nothing does."""
    if count == 0:
        return ""
    if count == 1:
        return "A client wants to change the lesson. That waits until you leave the unit."
    return f"Clients want to change the lesson: {count} changes wait until you leave the unit."
