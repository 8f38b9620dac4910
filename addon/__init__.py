"""Malloc VR Learning: turns a Blender scene into an adaptive, assessed 3D lesson.

Nothing is imported until Blender enables the add-on, so that a native module which does not load
is reported in the preferences instead of breaking Blender's start.
"""


def register() -> None:
    """Called by Blender when the add-on is enabled."""
    from .lifetime import lifecycle

    lifecycle.start()


def unregister() -> None:
    """Called by Blender when the add-on is disabled, and when Blender ends."""
    from .lifetime import lifecycle

    lifecycle.stop()
