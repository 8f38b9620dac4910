"""The list of the groups that scripts/test runs, in their order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..counting import Count
from . import in_blender, outside_blender, record, standalone


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
    "layers": lambda options: outside_blender.layers(),
    "native": lambda options: outside_blender.native(),
    "python": lambda options: outside_blender.python(),
    "lint": lambda options: outside_blender.lint(),
    "lessons": lambda options: in_blender.lessons(),
    "blender": lambda options: in_blender.versions(options.versions),
    "gui": lambda options: in_blender.gui(),
    "schema": lambda options: standalone.run_script("schema", "clients/schema_agreement.py"),
    "clients": lambda options: standalone.clients(),
    "record": lambda options: record.run(options.everything),
    "kill": lambda options: standalone.run_script("kill-blender", "kill/blender_kill.py"),
}
