"""Where messages of the native module become texts: in the language of Blender's interface.

A translation is registered with `bpy.app.translations`, by the English template and the context
`CONTEXT`. What it lacks stays English, and so does all that a client gets.

Thread: main.
"""

import bpy

from .core.scene_types import Message

CONTEXT = "malloc_vr"
"""Of all templates, so that a common word of Blender's own is not taken for one."""


def text_of(message: Message) -> str:
    """The message as the person at this Blender reads it."""
    return message.text(_translated)


def _translated(template: str) -> str:
    return bpy.app.translations.pgettext_iface(template, CONTEXT)
