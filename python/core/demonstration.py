"""What a teacher showed: how objects were, what was done to them in which order, how they are then."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from .poses import Quaternion, Vector3

SAME_LENGTH_M = 1e-6
"""Nearer than this is the same place: Blender keeps places in single precision."""

SAME_ANGLE_RAD = 1e-5
"""The same of rotations."""


class Aspect(Enum):
    """In what respect an object changed."""

    MOVED = "moved"
    TURNED = "turned"
    SCALED = "scaled"
    MATERIAL = "material"
    MODIFIER = "modifier"
    MESH = "mesh"
    HIDDEN = "hidden"
    PARENTED = "parented"
    PROPERTY = "property"
    MODE = "mode"


@dataclass(frozen=True)
class Channels:
    """What a person sets of an object's place: it does not change when a parent carries it along.

    Attributes:
        location: Metres, in the space of the parent.
        rotation: Unit quaternion (w, x, y, z) in the same space.
        euler_rad: With whole turns; None where the object has no Euler angles.
        scale: Factors.
    """

    location: Vector3
    rotation: Quaternion
    euler_rad: Vector3 | None
    scale: Vector3


@dataclass(frozen=True)
class MeshCounts:
    """Of the mesh without its modifiers."""

    vertices: int
    edges: int
    faces: int


@dataclass(frozen=True)
class Modifier:
    """One of an object's modifiers; `kind` is Blender's type of it, such as BEVEL."""

    kind: str
    name: str


@dataclass(frozen=True)
class ShownState:
    """One object at one moment of a demonstration.

    Attributes:
        channels: What was set by hand.
        location: Of its origin in the world, m.
        rotation: Unit quaternion (w, x, y, z) in the world.
        low, high: Corners of its box along the world's axes, m.
        size_m: Of its own box, along its own axes, with its scale.
        parent: Name; "" without one.
        mesh: None of what is no mesh.
        properties: Its custom properties that are plain values.
        mode: Blender's name of the mode that it is worked on in, such as EDIT_MESH.
    """

    channels: Channels
    location: Vector3
    rotation: Quaternion
    low: Vector3
    high: Vector3
    size_m: Vector3
    hidden: bool = False
    parent: str = ""
    materials: tuple[str, ...] = ()
    modifiers: tuple[Modifier, ...] = ()
    mesh: MeshCounts | None = None
    properties: Mapping[str, bool | int | float | str] = field(default_factory=dict)
    mode: str = "OBJECT"


@dataclass(frozen=True)
class Change:
    """One thing that was done to one object, from its first move to its last.

    Attributes:
        operator: Blender's name of what did it; "" where that is not known.
    """

    object_name: str
    aspect: Aspect
    began_seconds: float
    ended_seconds: float
    operator: str = ""


class RelationKind(Enum):
    """How an object can lie to another one."""

    STANDS_ON = "stands_on"
    INSIDE = "inside"
    NEAR = "near"


@dataclass(frozen=True)
class Relation:
    """How an object lies to another one at the end; measured as conditions are.

    Attributes:
        gap_m: From surface to surface; of what stands, how far it hovers or is sunk in.
    """

    kind: RelationKind
    object_name: str
    other: str
    gap_m: float = 0.0


@dataclass(frozen=True)
class Demonstration:
    """One time that a teacher did the task.

    Attributes:
        start: Every object that could have been moved, by its name.
        changes: What stands at the end: what was taken back by Undo is none.
        end: The objects that are otherwise than at the start.
        relations: That came about.
    """

    start: Mapping[str, ShownState]
    changes: tuple[Change, ...]
    end: Mapping[str, ShownState]
    relations: tuple[Relation, ...] = ()

    def at_end(self, name: str) -> ShownState:
        """How an object was at the end, also one that nothing was done to."""
        return self.end.get(name) or self.start[name]


def differs(aspect: Aspect, one: ShownState, other: ShownState) -> bool:
    """Whether an object is otherwise in one respect."""
    a, b = one.channels, other.channels
    match aspect:
        case Aspect.MOVED:
            return math.dist(a.location, b.location) > SAME_LENGTH_M
        case Aspect.TURNED:
            return _turned(a, b)
        case Aspect.SCALED:
            return math.dist(a.scale, b.scale) > SAME_LENGTH_M
        case Aspect.MATERIAL:
            return one.materials != other.materials
        case Aspect.MODIFIER:
            return one.modifiers != other.modifiers
        case Aspect.MESH:
            return one.mesh != other.mesh
        case Aspect.HIDDEN:
            return one.hidden != other.hidden
        case Aspect.PARENTED:
            return one.parent != other.parent
        case Aspect.PROPERTY:
            return one.properties != other.properties
        case Aspect.MODE:
            return one.mode != other.mode


def _turned(a: Channels, b: Channels) -> bool:
    """A whole turn brings the rotation back, and shows only in the Euler angles."""
    if a.euler_rad is not None and b.euler_rad is not None:
        return math.dist(a.euler_rad, b.euler_rad) > SAME_ANGLE_RAD
    opposite = tuple(-part for part in b.rotation)
    chord = min(math.dist(a.rotation, b.rotation), math.dist(a.rotation, opposite))
    return 2 * chord > SAME_ANGLE_RAD
