"""Where every movable thing is when a unit starts, and where it belongs when the unit is done.

Pure data: no Blender needed. World metres; rotations are quaternions (w, x, y, z).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import cos, radians, sin

from . import dimensions as d

Vector3 = tuple[float, float, float]
Quaternion = tuple[float, float, float, float]
UPRIGHT: Quaternion = (1.0, 0.0, 0.0, 0.0)
ALONG_PIPE: Quaternion = (0.5, 0.5, 0.5, 0.5)
"""Local Z to world +X (the head side), local Y up."""
AGAINST_PIPE: Quaternion = (0.5, 0.5, -0.5, -0.5)
"""Local Z to world -X, local Y up."""

UNITS = ("find_serial_plate", "remove_guard", "seat_gasket", "tighten_star")
STAR_ORDER = (1, 5, 3, 7, 2, 6, 4, 8)
"""Cross pattern for eight bolts, as in ASME PCC-1 (legacy pattern)."""
PASS_TURNS = (36.0, 84.0, 120.0)
"""Total clockwise turn in degrees after each pass: 30, 70 and 100 % of the target."""
GASKET_MISTURN = -68.0
"""How far the new gasket lies turned on its rest, degrees."""


@dataclass(frozen=True)
class Pose:
    """A place in the world."""

    location: Vector3
    """Metres."""
    rotation: Quaternion = UPRIGHT
    hidden: bool = False


Poses = dict[str, Pose]
JOINT_CENTRE: Vector3 = (0.0, 0.0, d.AXIS_HEIGHT)
FIXED_FLANGE = Pose((-d.GASKET_THICKNESS / 2, 0.0, d.AXIS_HEIGHT), AGAINST_PIPE)
SPOOL_CLOSED = Pose((d.GASKET_THICKNESS / 2, 0.0, d.AXIS_HEIGHT), ALONG_PIPE)
SPOOL_PULLED_BACK = Pose(
    (d.GASKET_THICKNESS / 2 + d.SPOOL_PULL_BACK, 0.0, d.AXIS_HEIGHT), ALONG_PIPE
)
GASKET_SEAT = Pose(JOINT_CENTRE, ALONG_PIPE)
GASKET_ON_REST = Pose(
    (*d.GASKET_REST_AT, d.BENCH_TOP + d.GASKET_REST_HEIGHT + d.GASKET_THICKNESS / 2),
    (cos(radians(GASKET_MISTURN) / 2), 0.0, 0.0, sin(radians(GASKET_MISTURN) / 2)),
)
GUARD_ON = Pose((0.0, 0.0, d.BENCH_TOP))
GUARD_IN_TRAY = Pose((*d.GUARD_TRAY_AT, d.BENCH_TOP + d.TRAY_PLATE))
SERIAL_PLATE = Pose(
    (d.PLATE_AT_X, d.PIPE_RADIUS + d.PLATE_STANDOFF, d.AXIS_HEIGHT - d.PLATE_DROP),
    (0.0, 0.0, 0.5**0.5, 0.5**0.5),
)
"""Behind the fixed pipe: local Z to world +Y, local Y up."""
SERIAL_PLATE_EYE: Vector3 = (d.PLATE_AT_X - 0.10, 0.75, d.AXIS_HEIGHT + 0.14)
"""A good place to read the plate from."""


def bolt_name(number: int) -> str:
    """Object name of bolt 1 to 8."""
    return f"Bolt {number}"


def bolt_in_hole(number: int, turn: float = 0.0) -> Pose:
    """Bolt 1 to 8 in its hole, tightened by `turn` degrees (clockwise seen from the head)."""
    right, up = d.on_circle(d.BOLT_CIRCLE_RADIUS, d.bolt_angle(number))
    half = radians(-turn) / 2
    c, s = cos(half), sin(half)
    # ALONG_PIPE times a turn of -`turn` about local Z.
    rotation = (0.5 * (c - s), 0.5 * (c + s), 0.5 * (c - s), 0.5 * (c + s))
    return Pose((0.0, right, d.AXIS_HEIGHT + up), rotation)


def bolt_in_socket(number: int) -> Pose:
    """Bolt 1 to 8 upright in its socket of the bolt tray, head up."""
    tail = d.SHANK_LENGTH - (d.GASKET_THICKNESS / 2 + d.FLANGE_THICKNESS + d.WASHER_THICKNESS)
    return Pose((*d.socket_centre(number), d.BENCH_TOP + d.BOLT_TRAY_FLOOR + tail))


def _bolts_in_holes(turn: float = 0.0) -> Poses:
    return {bolt_name(n): bolt_in_hole(n, turn) for n in range(1, d.BOLT_COUNT + 1)}


def _bolts_in_tray() -> Poses:
    return {bolt_name(n): bolt_in_socket(n) for n in range(1, d.BOLT_COUNT + 1)}


def start_poses(unit_id: str) -> Poses:
    """Where every movable object is when the unit starts.

    Errors: KeyError for an unknown unit.
    """
    assembled = {"Guard": GUARD_ON, "Spool flange": SPOOL_CLOSED, "Gasket": GASKET_SEAT}
    assembled |= _bolts_in_holes()
    stripped = {"Guard": GUARD_IN_TRAY, "Spool flange": SPOOL_PULLED_BACK}
    stripped |= {"Gasket": GASKET_ON_REST} | _bolts_in_tray()
    return {
        "find_serial_plate": assembled,
        "remove_guard": assembled,
        "seat_gasket": stripped,
        "tighten_star": assembled | {"Guard": GUARD_IN_TRAY},
    }[unit_id]


def goal_poses(unit_id: str) -> Poses:
    """Where the objects that the unit asks to move belong at its end; empty if it asks for none.

    Errors: KeyError for an unknown unit.
    """
    return {
        "find_serial_plate": {},
        "remove_guard": {"Guard": GUARD_IN_TRAY} | _bolts_in_tray(),
        "seat_gasket": {"Gasket": GASKET_SEAT},
        "tighten_star": _bolts_in_holes(PASS_TURNS[-1]),
    }[unit_id]


def as_json(poses: Poses) -> dict[str, dict[str, object]]:
    """The poses as plain JSON values, rounded to a tenth of a micrometre."""

    def rounded(value: object) -> object:
        if isinstance(value, tuple):
            return [round(number, 7) + 0.0 for number in value]
        return value

    return {
        name: {key: rounded(value) for key, value in asdict(pose).items()}
        for name, pose in poses.items()
    }
