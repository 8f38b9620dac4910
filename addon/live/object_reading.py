"""What an object is, in the values that a run of a unit measures.

Thread: main.
"""

from array import array

import bmesh
import bpy

from ..core.file_values import is_readable, value_of
from ..core.scene_types import MeshCounts, Surface, count_open_edges

SURFACE_LIMIT_TRIANGLES = 50_000
"""Of a mesh whose surface is judged; the box of a larger one stands for it."""

MESH_LIMIT_EDGES = 50_000
"""Of a mesh that is checked for being closed; of a larger one that is not known."""

_TEXT_LIMIT_CHARS = 4096  # of a custom property: a text block in one is no value to compare


def is_there(obj: bpy.types.Object) -> bool:
    """Whether what was found once still is in the file; Undo may have put other data there."""
    try:
        return bool(obj.name)
    except ReferenceError:
        return False


def local_corners(obj: bpy.types.Object) -> list[float]:
    """The eight corners of an object's box in its own space, as 24 numbers.

    That of its geometry with modifiers; of an empty, the cube with its display size as half a
    side; of a lamp or camera, eight times its origin.
    """
    if obj.type != "EMPTY":
        return [value for corner in obj.bound_box for value in corner]
    size = obj.empty_display_size
    sides = (-size, size)
    return [value for x in sides for y in sides for z in sides for value in (x, y, z)]


def surface_of(obj: bpy.types.Object) -> Surface | None:
    """The triangles of an evaluated mesh in its own space; None where there are none, or too many.

    An empty that is drawn as a cube is a box; any other one only marks its origin.

    In Edit Mode Blender may not have them; the box stands for them then.
    """
    if obj.type == "EMPTY" and obj.empty_display_type != "CUBE":
        return Surface(array("f", (0.0, 0.0, 0.0)), array("i", (0, 0, 0)))
    mesh = obj.data
    if not isinstance(mesh, bpy.types.Mesh):
        return None
    mesh.calc_loop_triangles()
    triangles = len(mesh.loop_triangles)
    if not 0 < triangles <= SURFACE_LIMIT_TRIANGLES:
        return None
    coordinates = array("f", bytes(4 * 3 * len(mesh.vertices)))
    corners = array("i", bytes(4 * 3 * triangles))
    mesh.vertices.foreach_get("co", coordinates)
    mesh.loop_triangles.foreach_get("vertices", corners)
    return Surface(coordinates, corners)


def mesh_counts(obj: bpy.types.Object) -> MeshCounts | None:
    """What the mesh of an object is made of, without modifiers; None for what is no mesh.

    In Edit Mode that is what the learner edits, which Blender keeps apart until it is left.
    """
    mesh = obj.data
    if not isinstance(mesh, bpy.types.Mesh):
        return None
    if mesh.is_editmode:
        return _edited_counts(mesh)
    edges, open_edges = len(mesh.edges), None
    if edges <= MESH_LIMIT_EDGES:
        corner_edges = array("i", bytes(4 * len(mesh.loops)))
        mesh.loops.foreach_get("edge_index", corner_edges)
        open_edges = count_open_edges(edges, corner_edges)
    return MeshCounts(len(mesh.vertices), edges, len(mesh.polygons), open_edges)


def _edited_counts(mesh: bpy.types.Mesh) -> MeshCounts:
    edited = bmesh.from_edit_mesh(mesh)  # Blender's own, which is not to be freed
    edges, open_edges = len(edited.edges), None
    if edges <= MESH_LIMIT_EDGES:
        open_edges = sum(not edge.is_manifold for edge in edited.edges)
    return MeshCounts(len(edited.verts), edges, len(edited.faces), open_edges)


def scalar_properties(obj: bpy.types.Object) -> dict[str, bool | int | float | str]:
    """The custom properties that are plain values.

    Lists, groups, long texts and texts that are no UTF-8 are left out.
    """
    kept = {}
    for key in obj.keys():  # noqa: SIM118 # of no mapping
        value = value_of(obj, key)
        if isinstance(value, bool | int | float) or _is_short_text(value):
            kept[key] = value
    return kept


def _is_short_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _TEXT_LIMIT_CHARS and is_readable(value)
