"""Sizes of the joint and the places on the bench. All lengths in metres, all angles in degrees.

Sources:
    Flange: ASME B16.5, NPS 4 class 150 (DN 100, PN 20), weld neck, raised face.
    Gasket: ASME B16.20, NPS 4 class 150, spiral wound with inner and centring ring.
    Bolt: ISO 4014 M16 x 80, nut ISO 4032, washer ISO 7089, in the 19 mm holes of B16.5.
    Bolt numbers: ASME PCC-1, clockwise seen from the head side.
"""

from __future__ import annotations

from math import cos, radians, sin

FLANGE_RADIUS = 0.2290 / 2
FLANGE_THICKNESS = 0.0240
"""Including the raised face."""
RAISED_FACE_RADIUS = 0.1572 / 2
RAISED_FACE_HEIGHT = 0.0020
HUB_RADIUS = 0.1350 / 2
HUB_LENGTH = 0.0760
"""From the raised face to the weld."""
PIPE_RADIUS = 0.1143 / 2
BORE_RADIUS = 0.1023 / 2

BOLT_COUNT = 8
BOLT_CIRCLE_RADIUS = 0.1905 / 2
BOLT_HOLE_RADIUS = 0.0190 / 2
FIRST_BOLT_ANGLE = 22.5
"""B16.5: bolt holes straddle the centre lines, so none sits exactly at the top."""

SHANK_RADIUS = 0.0160 / 2
SHANK_LENGTH = 0.0800
THREAD_LENGTH = 0.0440
THREAD_PITCH = 0.0020
HEX_ACROSS_FLATS = 0.0240
HEAD_HEIGHT = 0.0100
NUT_HEIGHT = 0.0148
WASHER_RADIUS = 0.0300 / 2
WASHER_THICKNESS = 0.0030

GASKET_THICKNESS = 0.0032
"""Winding as compressed by the joint; also the gap between the raised faces."""
CENTRING_RING_RADIUS = 0.1740 / 2
CENTRING_RING_THICKNESS = 0.0028
WINDING_OUTER_RADIUS = 0.1494 / 2
WINDING_INNER_RADIUS = 0.1270 / 2
GASKET_BORE_RADIUS = 0.1064 / 2
TAB_REACH = 0.1300
"""Radius of the tab's end: it looks out over the flange's rim."""
TAB_WIDTH = 0.0180

BENCH_TOP = 0.80
"""Height of the working surface above the floor."""
AXIS_HEIGHT = BENCH_TOP + 0.20
FIXED_PIPE_END = -0.56
SPOOL_PIPE_END = 0.47
FIXED_SUPPORT_X = -0.37
SPOOL_SUPPORT_X = 0.32
SPOOL_PULL_BACK = 0.060
"""How far the spool slides along the pipe axis to let the gasket in."""

GUARD_RADIUS = 0.142
GUARD_HALF_WIDTH = 0.064
TRAY_PLATE = 0.002
GUARD_TRAY_AT = (-0.41, -0.340)
GUARD_TRAY_SIZE = (0.26, 0.44)
BOLT_TRAY_AT = (-0.06, -0.350)
BOLT_TRAY_SIZE = (0.33, 0.18)
BOLT_TRAY_FLOOR = 0.003
SOCKET_PITCH = 0.074
GASKET_REST_AT = (0.255, -0.340)
GASKET_REST_HEIGHT = 0.016
GASKET_REST_RADIUS = 0.100

PLATE_AT_X = -0.215
PLATE_STANDOFF = 0.006
"""From the pipe's surface to the back of the serial plate."""
PLATE_DROP = 0.012
"""Below the axis: from the front, the pipe hides the plate entirely."""


def bolt_angle(number: int) -> float:
    """Degrees clockwise from the top, seen from the head side, of bolt 1 to 8."""
    return FIRST_BOLT_ANGLE + (number - 1) * 360.0 / BOLT_COUNT


def on_circle(radius: float, angle: float) -> tuple[float, float]:
    """(right, up) of a point on a circle, `angle` in degrees clockwise from the top."""
    return radius * sin(radians(angle)), radius * cos(radians(angle))


def socket_centre(number: int) -> tuple[float, float]:
    """World (x, y) of the socket of bolt 1 to 8: two rows of four, 1 at the back left."""
    column, row = (number - 1) % 4, (number - 1) // 4
    x, y = BOLT_TRAY_AT
    return x + (column - 1.5) * SOCKET_PITCH, y + (0.5 - row) * SOCKET_PITCH
