"""Copies of objects in a file of this process, from which what a learner edited or deleted comes back.

The lesson's own file holds nothing of it: a copy in there would be saved with the lesson, give the
objects' data another user, and go with Undo.

Thread: main.
"""

import shutil
import uuid
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import bpy

_FOLDER = "malloc_vr_start"


def write(objects: Iterable[bpy.types.Object]) -> Path:
    """Keep objects with all that they use.

    Returns:
        The file; Blender removes it when it ends.

    Raises:
        OSError, RuntimeError: It could not be written.
    """
    folder = _folder()
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"{uuid.uuid4().hex}.blend"
    bpy.data.libraries.write(str(path), set(objects), fake_user=False)
    return path


def remove_all() -> None:
    """Remove all that was kept."""
    shutil.rmtree(_folder(), ignore_errors=True)


@contextmanager
def opened(path: Path, names: Iterable[str]) -> Iterator[Mapping[str, bpy.types.Object]]:
    """Have the kept objects of these names at hand, linked into the file; nothing stays of them.

    Raises:
        OSError: The file is gone.
    """
    with bpy.data.libraries.load(str(path), link=True) as (source, target):
        target.objects = [name for name in names if name in source.objects]
    found = {obj.name: obj for obj in target.objects if obj is not None}
    try:
        yield found
    finally:
        for library in {obj.library for obj in found.values()}:
            bpy.data.libraries.remove(library)


def into_file(kept: bpy.types.Object) -> bpy.types.Object:
    """Make an object of the open file out of a kept one, using the file's own data of that name."""
    made = kept.copy()
    library = kept.library
    for prop in bpy.data.bl_rna.properties:
        if prop.type != "COLLECTION" or prop.identifier == "shape_keys":  # those go with their mesh
            continue
        collection = getattr(bpy.data, prop.identifier)
        for item in [item for item in collection if item.library == library and item != kept]:
            own = collection.get((item.name, None))
            if own is not None and own != made:
                item.user_remap(own)
    if made.data is not None and made.data.library is not None:
        made.data = made.data.copy()  # the file's own went with the object
    made.name = kept.name
    return made


def replace(obj: bpy.types.Object, kept: bpy.types.Object) -> bpy.types.Object:
    """Put a kept object in the place of the file's own, which goes; its name stays.

    What pointed to it (children, constraints, collections) points to the new one.
    """
    made, name = into_file(kept), obj.name
    layers = [layer for scene in bpy.data.scenes for layer in scene.view_layers]
    active = [layer for layer in layers if layer.objects.active == obj]
    selected = [
        layer for layer in layers if name in layer.objects and obj.select_get(view_layer=layer)
    ]
    obj.user_remap(made)
    bpy.data.objects.remove(obj)
    made.name = name
    for layer in active:
        layer.objects.active = made
    for layer in selected:
        made.select_set(True, view_layer=layer)
    return made


def own_material(kept: bpy.types.Material | None) -> bpy.types.Material | None:
    """The file's own material of a kept one's name; a copy where it is gone."""
    if kept is None:
        return None
    own = bpy.data.materials.get((kept.name, None))
    if own is None:
        own = kept.copy()
        own.name = kept.name
    return own


def _folder() -> Path:
    return Path(bpy.app.tempdir) / _FOLDER
