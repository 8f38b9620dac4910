"""The list of the groups that scripts/test runs, in their order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..counting import Count
from . import blender, clients, gui, kill, lessons, lint, native, python, record, rooms


@dataclass(frozen=True)
class Options:
    """What the caller of scripts/test chose.

    Attributes:
        versions: the Blenders of the group `blender`.
        everything: no samples in the group `record`.
    """

    versions: tuple[str, ...]
    everything: bool = False


GROUPS: Mapping[str, Callable[[Options], Count]] = {
    "rooms": lambda options: rooms.run(),
    "native": lambda options: native.run(),
    "python": lambda options: python.run(),
    "lint": lambda options: lint.run(),
    "lessons": lambda options: lessons.run(),
    "blender": lambda options: blender.run(options.versions),
    "gui": lambda options: gui.run(),
    "clients": lambda options: clients.run(),
    "record": lambda options: record.run(options.everything),
    "kill": lambda options: kill.run(),
}
