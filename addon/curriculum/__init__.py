"""The curriculum as a node editor: its nodes, what they look like, and how they follow the lesson."""

from ..scene import curriculum_sync
from . import class_reading, colours, editor, following, nodes


def register() -> None:
    """Make the node editor's type known, with its colours, menus and keys."""
    with curriculum_sync.by_us():  # Blender reports trees of the file while half of it is known
        nodes.register()
    colours.register()
    editor.register()


def unregister() -> None:
    """Take all of it away; trees in the file stay what they are, and come back with the add-on."""
    editor.unregister()
    colours.unregister()
    with curriculum_sync.by_us():
        nodes.unregister()
    following.forget()
    class_reading.forget()
