"""Finding the objects that a lesson names, also after a person renamed them.

A lesson names objects by name. When it is authored, each of them gets a UUID, and the lesson keeps
that too. A name that still fits wins; otherwise the UUID finds the object.
"""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import bpy
from mathutils import Matrix

from ..core import keys
from ..core.file_values import FileValues, value_of


def find(scene: bpy.types.Scene, name: str, identity: str = "") -> bpy.types.Object | None:
    """Find an object of a scene by its name in the lesson and its UUID, if that is known."""
    named = scene.objects.get(name)
    if not identity or (named is not None and value_of(named, keys.UUID) == identity):
        return named
    same = (obj for obj in scene.objects if value_of(obj, keys.UUID) == identity)
    return min(same, key=lambda obj: obj.name, default=named)


def find_all(scene: bpy.types.Scene, wanted: Mapping[str, str]) -> dict[str, bpy.types.Object]:
    """Find objects by their names in the lesson, given with their UUIDs; missing ones are left out.

    As `find` does for one, in one pass over the scene for all of them.
    """
    return find_all_with_copies(scene, wanted)[0]


def find_all_with_copies(
    scene: bpy.types.Scene, wanted: Mapping[str, str]
) -> tuple[dict[str, bpy.types.Object], Sequence[bpy.types.Object]]:
    """The same, with all that carry the UUID of one whose name does not fit.

    Of several copies the first by name is meant, so another name may make another one that.
    """
    named = {name: obj for name, obj in scene.objects.items() if name in wanted}
    unsure = {
        name: identity
        for name, identity in wanted.items()
        if identity and (name not in named or value_of(named[name], keys.UUID) != identity)
    }
    carriers: list[bpy.types.Object] = []
    if unsure:
        identities = frozenset(unsure.values())
        marked = (obj for obj in scene.objects if keys.UUID in obj)
        carriers = [obj for obj in marked if value_of(obj, keys.UUID) in identities]
    by_identity = {
        value_of(obj, keys.UUID): obj
        for obj in sorted(carriers, key=lambda obj: obj.name, reverse=True)
    }
    found = {}
    for name in wanted:
        obj = by_identity.get(unsure.get(name, ""), named.get(name))
        if obj is not None:
            found[name] = obj
    return found, carriers


def identify(scene: bpy.types.Scene, names: Iterable[str]) -> dict[str, str]:
    """Give each named object of a scene a UUID, unless it has one; returns them by name.

    Objects of a linked library cannot be written; they keep being found by name alone.
    """
    return identify_all(obj for obj in map(partial(find, scene), names) if obj is not None)


def identify_all(objects: Iterable[bpy.types.Object]) -> dict[str, str]:
    """The same for objects that were found."""
    identities = {}
    for obj in objects:
        if not uuid_of(obj) and obj.is_editable:
            obj[keys.UUID] = new_uuid()
        if uuid_of(obj):
            identities[obj.name] = uuid_of(obj)
    return identities


def uuid_of(item: bpy.types.ID) -> str:
    """The identity that a lesson gave something; "" if it has none, or one that is none."""
    return FileValues("", item, []).name(keys.UUID)


def view_layer_of(scene: bpy.types.Scene) -> bpy.types.ViewLayer:
    """The view layer in which a scene is looked at."""
    for window in bpy.context.window_manager.windows:
        if window.scene == scene:
            return window.view_layer
    return scene.view_layers[0]


def world_matrix(obj: bpy.types.Object, view_layer: bpy.types.ViewLayer) -> Matrix:
    """Where an object is, even if it is switched off.

    An object that is switched off in the viewport is not evaluated: its `matrix_world` is that of
    the moment when it was switched off. For such a one the channels are multiplied out, which
    leaves its constraints, drivers and bone parents aside.
    """
    is_evaluated = obj.visible_get(view_layer=view_layer) or (
        obj.hide_get(view_layer=view_layer) and not obj.hide_viewport
    )
    if is_evaluated:
        return obj.evaluated_get(view_layer.depsgraph).matrix_world
    if obj.parent is None:
        return obj.matrix_basis
    return world_matrix(obj.parent, view_layer) @ obj.matrix_parent_inverse @ obj.matrix_basis


def new_uuid() -> str:
    """A fresh identity for something in the file."""
    return str(uuid.uuid4())
