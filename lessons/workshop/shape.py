"""A small mesh workshop: turned, boxed and swept pieces that grow into one mesh.

Lengths in metres. Works on mesh data alone, without operators, a scene or a context.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import cos, pi, radians, sin, tan

import bmesh
import bpy
from mathutils import Matrix, Vector

from . import materials, shading

Point2 = tuple[float, float]
IDENTITY = Matrix.Identity(4)
WELD_DISTANCE = 1e-6


def at(x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Matrix:
    """A frame moved by (x, y, z)."""
    return Matrix.Translation((x, y, z))


def chamfered(points: Sequence[Point2], cut: float) -> list[Point2]:
    """The open polyline with each inner corner cut off by `cut` metres along both legs."""
    result = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        here = Vector(corner)
        for neighbour in (before, after):
            leg = Vector(neighbour) - here
            result.append(tuple(here + leg.normalized() * min(cut, leg.length / 2)))
    return [*result, points[-1]]


def arc(centre: Point2, radius: float, start: float, end: float, steps: int) -> list[Point2]:
    """Points on a circle from `start` to `end`, in degrees from the first axis to the second."""
    turns = [radians(start + (end - start) * i / steps) for i in range(steps + 1)]
    return [(centre[0] + radius * cos(t), centre[1] + radius * sin(t)) for t in turns]


class Shape:
    """One mesh in the making. Every piece names its material; `mesh()` ends the work."""

    def __init__(self) -> None:
        self._bm = bmesh.new()
        self._slots: list[str] = []

    def face(self, corners: Sequence[Vector], material: str) -> None:
        """One polygon."""
        made = self._bm.faces.new([self._bm.verts.new(c) for c in corners])
        made.material_index = self._slot(material)

    def skin(
        self, rows: Sequence[Sequence[Vector]], material: str, *, close_rows: bool = True
    ) -> None:
        """Quads between rows of equally many points; each row is a ring if `close_rows`."""
        slot = self._slot(material)
        grid = [[self._bm.verts.new(p) for p in row] for row in rows]
        count = len(grid[0])
        for low, high in pairwise(grid):
            for i in range(count if close_rows else count - 1):
                j = (i + 1) % count
                self._bm.faces.new((low[i], low[j], high[j], high[i])).material_index = slot

    def lathe(
        self,
        profile: Sequence[Point2],
        material: str,
        *,
        segments: int = 96,
        frame: Matrix = IDENTITY,
    ) -> None:
        """Turns (radius, z) points about the frame's Z. Ends on the axis close to a point."""
        turns = [2 * pi * i / segments for i in range(segments)]
        rows = [[frame @ Vector((r * sin(t), r * cos(t), z)) for t in turns] for r, z in profile]
        self.skin(rows, material)

    def box(
        self,
        centre: Sequence[float],
        size: Sequence[float],
        material: str,
        *,
        bevel: float = 0.0015,
        frame: Matrix = IDENTITY,
    ) -> None:
        """A block with rounded edges."""
        piece = bmesh.new()
        scale = Matrix.Diagonal((*size, 1.0))
        bmesh.ops.create_cube(piece, size=1.0, matrix=Matrix.Translation(centre) @ scale)
        if bevel > 0:
            bmesh.ops.bevel(
                piece, geom=piece.edges[:], offset=bevel, segments=2, profile=0.5, affect="EDGES"
            )
        self._take(piece, material, frame)

    def hexagon(
        self, z_low: float, z_high: float, across_flats: float, material: str, *, both: bool
    ) -> None:
        """A hexagon bar along Z, its top (and bottom if `both`) turned at 30 degrees."""
        turns = [2 * pi * i / 48 for i in range(48)]
        flats = [across_flats / 2 / cos((t % (pi / 3)) - pi / 6) for t in turns]
        rim = across_flats * 0.475

        def ring(radii: Sequence[float], heights: Sequence[float]) -> list[Vector]:
            return [
                Vector((r * cos(t), r * sin(t), z))
                for t, r, z in zip(turns, radii, heights, strict=True)
            ]

        fall = [(r - rim) * tan(radians(30)) for r in flats]
        low_side = [z_low + f if both else z_low for f in fall]
        rows = [ring([1e-7] * 48, [z_low] * 48)]
        if both:
            rows.append(ring([rim] * 48, [z_low] * 48))
        rows += [ring(flats, low_side), ring(flats, [z_high - f for f in fall])]
        rows += [ring([rim] * 48, [z_high] * 48), ring([1e-7] * 48, [z_high] * 48)]
        self.skin(rows, material)

    def sweep(
        self, section: Sequence[Point2], path: Sequence[Vector], across: Vector, material: str
    ) -> None:
        """Draws a closed section along a plane path with capped ends.

        Args:
            section: (along `across`, away from the path to its left side) of each corner.
            path: points in one plane.
            across: unit normal of that plane.
            material: of all faces.
        """
        rows = []
        for i, point in enumerate(path):
            ahead, behind = path[min(i + 1, len(path) - 1)], path[max(i - 1, 0)]
            aside = across.cross((ahead - behind).normalized())
            rows.append([point + across * a + aside * b for a, b in section])
        self.skin(rows, material)
        self.face(rows[0], material)
        self.face(rows[-1], material)

    def bar(self, path: Sequence[Vector], radius: float, across: Vector, material: str) -> None:
        """A round bar along a plane path."""
        self.sweep(arc((0, 0), radius, 0, 337.5, 15), path, across, material)

    def text(
        self, words: str, height: float, depth: float, material: str, frame: Matrix = IDENTITY
    ) -> None:
        """Raised letters in the frame's XY plane, centred; `height` of a capital letter."""
        curve = bpy.data.curves.new("text", "FONT")
        curve.body, curve.extrude, curve.resolution_u = words, depth / 2 / height * 0.7, 4
        curve.align_x, curve.align_y = "CENTER", "CENTER"
        carrier = bpy.data.objects.new("text", curve)
        mesh = bpy.data.meshes.new_from_object(carrier)
        piece = bmesh.new()
        piece.from_mesh(mesh)
        bpy.data.objects.remove(carrier)
        bpy.data.curves.remove(curve)
        bpy.data.meshes.remove(mesh)
        # Capitals of Blender's own font are 0.7 of its size.
        bmesh.ops.transform(
            piece, matrix=at(z=depth / 2) @ Matrix.Scale(height / 0.7, 4), verts=piece.verts
        )
        self._take(piece, material, frame)

    def mesh(self, name: str) -> bpy.types.Mesh:
        """Welds, orients and shades the pieces; the shape is used up."""
        bmesh.ops.remove_doubles(self._bm, verts=self._bm.verts, dist=WELD_DISTANCE)
        bmesh.ops.recalc_face_normals(self._bm, faces=self._bm.faces)
        mesh = bpy.data.meshes.new(name)
        normals = shading.weighted_normals(self._bm)
        self._bm.to_mesh(mesh)
        self._bm.free()
        mesh.normals_split_custom_set(normals)
        for slot in self._slots:
            mesh.materials.append(materials.material(slot))
        return mesh

    def _slot(self, material: str) -> int:
        if material not in self._slots:
            self._slots.append(material)
        return self._slots.index(material)

    def _take(self, piece: bmesh.types.BMesh, material: str, frame: Matrix) -> None:
        """Adds the piece, in the frame, and frees it."""
        piece.transform(frame)
        slot = self._slot(material)
        copies = {v: self._bm.verts.new(v.co) for v in piece.verts}
        for face in piece.faces:
            self._bm.faces.new([copies[v] for v in face.verts]).material_index = slot
        piece.free()
