"""The scenes that carry units, by the keys of their nodes: read from them, written to them.

Thread: main.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass

import bpy

from ..core import curriculum, keys
from ..core.curriculum import Edge
from ..core.file_values import FileValues
from ..core.lesson import Unit, read_module
from ..core.said import say
from ..core.unit_ids import title_of_id
from . import unit_reading
from .named_objects import uuid_of


@dataclass(frozen=True)
class Rejected:
    """Why a change was taken back: a sentence, and what to do about it."""

    problem: str
    remedy: str = ""


class CurriculumUnits:
    """What the file's scenes say of units and prerequisites at this moment.

    Attributes:
        by_key: With id, scene, UUID, prerequisites and module alone.
        edges: Which unit comes before which, with what was accepted since.
    """

    def __init__(self) -> None:
        scenes = [scene for scene in bpy.data.scenes if unit_reading.is_unit(scene)]
        self.by_key = curriculum.keyed(_read(scene) for scene in scenes)
        self.edges = set(curriculum.edges_of(self.by_key))
        self._scenes = {scene.name_full: scene for scene in scenes}

    def scene(self, key: str) -> bpy.types.Scene:
        """The scene of a unit."""
        return self._scenes[self.by_key[key].scene_name]

    def title(self, key: str) -> str:
        """What a unit is called."""
        title = FileValues("", self.scene(key), []).text(keys.TITLE)
        return title or title_of_id(self.by_key[key].unit_id)

    def why_not_change(self, key: str) -> Rejected | None:
        """Why a unit cannot be changed here: its scene is linked."""
        library = self.scene(key).library
        if library is None:
            return None
        name = bpy.path.basename(library.filepath)
        return Rejected(
            say("“{title}” is linked from {name}.", title=self.title(key), name=name),
            say("Change it in that file."),
        )

    def why_not_need(self, edge: Edge) -> Rejected | None:
        """Why the second unit of an edge cannot need the first."""
        path = curriculum.closed_path(self.edges, edge)
        if path:
            return Rejected(curriculum.cycle_sentence([self.title(key) for key in path]))
        return self.why_not_change(edge[1])

    def change_needed(self, key: str, added: Collection[str], removed: Collection[str]) -> None:
        """Write a change of what a unit needs, given by keys."""
        unit = self.by_key[key]
        ids = curriculum.with_changes(
            unit.prerequisite_units,
            {self.by_key[one].unit_id for one in added},
            {self.by_key[one].unit_id for one in removed},
        )
        if ids != unit.prerequisite_units:
            self.scene(key)[keys.PREREQUISITES] = json.dumps(ids, ensure_ascii=False)

    def set_module(self, key: str, module: str) -> None:
        """Write to which module a unit belongs; "" for none."""
        scene = self.scene(key)
        if module:
            scene[keys.MODULE] = module
        elif keys.MODULE in scene:
            del scene[keys.MODULE]

    def set_title(self, key: str, title: str) -> None:
        """Write what a unit is called."""
        self.scene(key)[keys.TITLE] = title


def _read(scene: bpy.types.Scene) -> Unit:
    values = FileValues("", scene, [])
    return Unit(
        unit_id=values.name(keys.UNIT_ID),
        scene_name=scene.name_full,  # a linked scene may have the name of one of this file
        uuid=uuid_of(scene),
        prerequisite_units=values.texts(keys.PREREQUISITES),
        module=read_module(values),
    )
