"""The hints of a unit or of a goal as properties, read from its custom property and written to it.

Thread: main.
"""

from collections.abc import Callable
from typing import Any

import bpy

from .. import upkeep
from ..core import keys
from ..core.adaptation import HINT_LEVELS
from ..core.said import template
from . import texts

_NAMES = (template("Where"), template("What"), template("How"))
_SENTENCES = (
    template("Where to look: a nudge"),
    template("What to do there"),
    template("How it is done, to the end: the answer"),
)


def properties() -> dict[str, Any]:
    """A property for each level, by the name that it has in a group."""
    return {
        f"hint_{level}": bpy.props.StringProperty(
            name=_NAMES[level - 1], description=_SENTENCES[level - 1], **_access(level - 1)
        )
        for level in range(1, HINT_LEVELS + 1)
    }


def _access(index: int) -> dict[str, Callable[..., Any]]:
    def get(group: Any) -> str:
        hints = texts.read(group.id_data, keys.HINTS)
        return hints[index] if index < len(hints) else ""

    def set_hint(group: Any, text: str) -> None:
        hints = list(texts.read(group.id_data, keys.HINTS))
        hints += [""] * (index + 1 - len(hints))
        hints[index] = text.strip()
        texts.write_hints(group.id_data, hints)
        upkeep.mark_authored(may_wait=True)

    return {"get": get, "set": set_hint}
