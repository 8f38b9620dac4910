"""Whether something changed that a condition may ask about. Cheap: noted for every edit.

Thread: main.
"""

_is_due = True
_scene = 0


def mark() -> None:
    """Something in the scene or in a condition changed."""
    global _is_due
    _is_due = True


def take(scene: int) -> bool:
    """Whether something changed since the last time, or another scene is looked at.

    Args:
        scene: Blender's number of it.
    """
    global _is_due, _scene
    was_due = _is_due or scene != _scene
    _is_due, _scene = False, scene
    return was_due
