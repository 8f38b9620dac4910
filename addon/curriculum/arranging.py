"""Putting the curriculum's nodes into their places: the scene's part of the tool.

Thread: main. Whoever calls makes the step for Undo.
"""

from ..core.curriculum import keyed
from ..core.errors import rejection
from ..core.said import say
from ..core.window_shapes import ArrangeCurriculum, LessonChanged
from ..scene import curriculum_sync, curriculum_tree, unit_reading
from . import following


def arrange_curriculum(command: ArrangeCurriculum) -> LessonChanged:
    """Put units' nodes where they are said to be, or all of them into columns.

    Raises:
        NotFound: There is no such unit.
        Conflict: Somebody moves nodes right now.
    """
    units = keyed(unit_reading.read_lesson().units)
    keys = {unit.unit_id: key for key, unit in units.items()}
    unknown = next((one for one in command.places if one not in keys), None)
    if unknown is not None:
        raise rejection(
            "RESOURCE_NOT_FOUND",
            say("There is no unit {unit_id} in this file.", unit_id=unknown),
            "places",
            "get_lesson lists the units of the file.",
        )
    own = [tree for tree in curriculum_tree.trees() if curriculum_tree.is_own(tree)]
    if own and not following.free_trees():
        raise rejection(
            "CONFLICT", "Somebody moves nodes in Blender right now.", remedy="Try again."
        )
    tree = own[0] if own else curriculum_tree.make()
    curriculum_sync.sync(tree, units)
    with curriculum_sync.by_us():
        if command.places:
            nodes = curriculum_tree.unit_nodes(tree)
            for unit_id, place in command.places.items():
                curriculum_tree.move(nodes[keys[unit_id]], (place[0], place[1]))
        else:
            curriculum_sync.tidy(tree, units)
    return LessonChanged(changed=list(command.places or keys))
