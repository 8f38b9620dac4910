"""Where objects stand when a unit starts."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .errors import rejection
from .file_json import FileObject
from .said import say
from .scene_shapes import StartPose

Vector3 = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]


@dataclass(frozen=True)
class Pose:
    """One object's place at the start.

    Attributes:
        location: Metres, in the space of the object's parent, as its transform panel shows them;
            None leaves it where it is.
        rotation: Unit quaternion (w, x, y, z) in the same space; None leaves it.
        hidden: Whether it is out of sight.
        uuid: Identity of the object in this file, which survives a new name; "" where unknown.
    """

    location: Vector3 | None = None
    rotation: Quaternion | None = None
    hidden: bool = False
    uuid: str = ""

    def to_json(self) -> dict[str, Any]:
        """The form that is kept in the file."""
        values: dict[str, Any] = {"hidden": self.hidden}
        if self.location is not None:
            values["location"] = list(self.location)
        if self.rotation is not None:
            values["rotation"] = list(self.rotation)
        if self.uuid:
            values["uuid"] = self.uuid
        return values


def start_pose(authored: StartPose, path: str) -> Pose:
    """The pose that an author gives.

    Args:
        path: Where it stands in the arguments.

    Raises:
        BadArgument: Its rotation has no direction.
    """
    location, rotation = authored.location, authored.rotation
    return Pose(
        location=(location[0], location[1], location[2]) if location is not None else None,
        rotation=_unit_quaternion(rotation, f"{path}.rotation") if rotation is not None else None,
        hidden=authored.hidden,
    )


def read_poses(fields: FileObject) -> dict[str, Pose]:
    """Read poses by object name.

    Raises:
        BadArgument: A pose is malformed, or its rotation has no direction.
    """
    return {name: _read_pose(fields.section(name, required=True)) for name in fields.members()}


def poses_to_json(poses: Mapping[str, Pose]) -> dict[str, Any]:
    """The form that is kept in the file."""
    return {name: pose.to_json() for name, pose in poses.items()}


def _read_pose(fields: FileObject) -> Pose:
    location = fields.vector("location", 3)
    rotation = fields.vector("rotation", 4)
    return Pose(
        location=location,  # type: ignore[arg-type]  # the reader checked the length
        rotation=_unit_quaternion(rotation, fields.path("rotation")) if rotation else None,
        hidden=bool(fields.flag("hidden")),
        uuid=fields.name("uuid"),
    )


def _unit_quaternion(parts: Sequence[float], path: str) -> Quaternion:
    length = math.hypot(*parts)
    if not 1e-6 < length < 1e6:
        message = say("{path} must be a quaternion (w, x, y, z) of length 1.", path=path)
        raise rejection("VALIDATION_ERROR", message, path)
    w, x, y, z = (part / length for part in parts)
    return w, x, y, z
