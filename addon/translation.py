"""Where messages become texts: in the language of Blender's interface.

The texts of `translations` are registered under three contexts: `CONTEXT`, where sentences are
looked up here, and those two in which Blender looks up labels, descriptions, items and `text=` of a
layout by itself. Where Blender has a translation of its own for one of these, it shows that one.
What no language has stays English, and so does all that a client gets.

Thread: main.
"""

from typing import TYPE_CHECKING

import bpy

from .core.said import in_language, say, say_count
from .translations import LANGUAGES

if TYPE_CHECKING:  # the preferences speak also where there is no native module
    from .core.scene_types import Message

CONTEXT = "malloc_vr"
"""Of all templates, so that a common word of Blender's own is not taken for one."""

_BLENDERS = ("*", "Operator")
"""Blender's contexts: of anything, and of operators with what is pressed."""


def register() -> None:
    """Offer every language; what an unclean end left is replaced."""
    bpy.app.translations.unregister(__name__)
    contexts = (CONTEXT, *_BLENDERS)
    offered = {
        language: {(one, english): own for english, own in texts.items() for one in contexts}
        for language, texts in LANGUAGES.items()
    }
    bpy.app.translations.register(__name__, offered)


def unregister() -> None:
    """Take them back."""
    bpy.app.translations.unregister(__name__)


def text_of(message: "Message") -> str:
    """The message as the person at this Blender reads it."""
    return message.text(_translated)


def shown(text: str) -> str:
    """A text of the program as the person at this Blender reads it; of anybody else, as it is."""
    return in_language(text, _translated)


def translated(template: str, /, **arguments: object) -> str:
    """A template with its arguments as the person at this Blender reads it."""
    return shown(say(template, **arguments))


def counted(count: int, one: str, many: str, /, **arguments: object) -> str:
    """Of two templates the one for so many things, likewise."""
    return shown(say_count(count, one, many, **arguments))


def _translated(template: str) -> str:
    return str(bpy.app.translations.pgettext_iface(template, CONTEXT))
