"""Smooth shading by angle, kept in the mesh so that every Blender version shows the same.

The shade-smooth-by-angle operator needs a context and a node group in some versions and not in
others; sharp edges and custom normals are plain mesh data in all of them.
"""

from __future__ import annotations

from math import radians

import bmesh
from mathutils import Vector

SHARP_ANGLE = radians(35)


def weighted_normals(bm: bmesh.types.BMesh) -> list[Vector]:
    """Marks edges sharper than 35 degrees and returns one normal for each face corner.

    A corner's normal is the mean of the faces it blends with, weighted by area: large flat
    faces stay flat and their narrow bevels carry the whole turn.
    """
    for face in bm.faces:
        face.smooth = True
    for edge in bm.edges:
        edge.smooth = len(edge.link_faces) == 2 and edge.calc_face_angle(0.0) < SHARP_ANGLE
    normals: dict[bmesh.types.BMLoop, Vector] = {}
    for face in bm.faces:
        for corner in face.loops:
            if corner not in normals:
                fan = _fan(corner)
                blend = sum((c.face.normal * c.face.calc_area() for c in fan), Vector())
                unit = blend.normalized() if blend.length > 0 else face.normal.copy()
                normals.update(dict.fromkeys(fan, unit))
    return [normals[corner] for face in bm.faces for corner in face.loops]


def _fan(start: bmesh.types.BMLoop) -> list[bmesh.types.BMLoop]:
    """The corners at the same vertex that are joined to `start` by smooth edges."""
    vertex, found, queue = start.vert, {start}, [start]
    while queue:
        corner = queue.pop()
        for edge in (corner.edge, corner.link_loop_prev.edge):
            if not edge.smooth:
                continue
            for side in edge.link_loops:
                other = side if side.vert == vertex else side.link_loop_next
                if other.vert == vertex and other not in found:
                    found.add(other)
                    queue.append(other)
    return list(found)
