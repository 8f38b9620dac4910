"""The mark of a run in its scene, by which Undo is noticed that goes back behind the run's start.

Undo takes the mark away with all else that the start did: what it brings back then is what another
learner did, or what was done before Begin Again. The mark says nothing of anybody, and no saved
file has it.

Thread: main.
"""

import secrets

import bpy

from ..core import keys
from ..core.file_values import value_of

_MARK_BYTES = 8


def put(scene: bpy.types.Scene) -> str:
    """Mark a scene as the one of a run that begins.

    Returns:
        The mark; "" in a scene that is linked from another file, which Undo does not change.
    """
    if not scene.is_editable:
        return ""
    mark = secrets.token_hex(_MARK_BYTES)
    put_back(scene, mark)
    return mark


def put_back(scene: bpy.types.Scene | None, mark: str) -> None:
    """Mark a scene again, after its file was saved."""
    if scene is not None and mark:
        scene[keys.RUN] = mark


def take_away(scene: bpy.types.Scene | None) -> None:
    """Leave the scene without a mark: the run ended, or its file is being saved."""
    if scene is not None and scene.is_editable:
        scene.pop(keys.RUN, None)


def is_on(scene: bpy.types.Scene, mark: str) -> bool:
    """Whether the scene is one in which the run with this mark has begun."""
    return not mark or value_of(scene, keys.RUN) == mark
