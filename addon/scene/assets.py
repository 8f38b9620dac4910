"""The geometry that ships with the add-on: appended into a file once, linked into its scenes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import bpy

from ..core import keys
from ..core.errors import MallocVrError, rejection
from ..core.file_values import value_of
from ..core.said import say
from .shipped import ASSETS


@dataclass(frozen=True)
class Asset:
    """What an asset would bring into the file, or has brought already.

    Attributes:
        is_in_file: Whether it was appended before.
        object_names: Of its objects, as they are or will be.
    """

    name: str
    is_in_file: bool
    object_names: frozenset[str]


def look_up(name: str, field: str) -> Asset:
    """Find out what an asset brings, changing nothing.

    Raises:
        BadArgument: None of this name ships with the add-on.
        StorageUnavailable: The asset's file is missing or unreadable.
        Conflict: The file has other objects of the same names, so that the lesson's conditions
            would mean the wrong ones.
    """
    if name not in ASSETS:
        allowed = ", ".join(ASSETS)
        raise rejection(
            "VALIDATION_ERROR",
            say("{field} must be one of {allowed}.", field=field, allowed=allowed),
            field,
        )
    present = _in_file(name)
    if present is not None:
        return Asset(name, True, frozenset(obj.name for obj in present.all_objects))
    with _open(name) as (source, _):
        names = frozenset(source.objects)
        is_whole = ASSETS[name].collection in source.collections
    if not is_whole:
        raise _unreadable(
            name, say("it has no collection {collection}", collection=ASSETS[name].collection)
        )
    taken = sorted(names & set(bpy.data.objects.keys()))
    if taken:
        raise rejection(
            "CONFLICT",
            say(
                "The asset {name} brings an object {object}, and the file has another one.",
                name=name,
                object=taken[0],
            ),
            field,
            say(
                "Rename or remove the file's own {objects}, then try again.",
                objects=", ".join(taken[:5]),
            ),
        )
    return Asset(name, False, names)


def link_into(scene: bpy.types.Scene, name: str) -> list[str]:
    """Link an asset into a scene, appending it to the file at its first use.

    A scene without world or camera gets those of the asset.

    Returns:
        Names of the asset's objects.
    """
    collection = _in_file(name) or _append(name)
    if collection not in scene.collection.children_recursive:
        scene.collection.children.link(collection)
    if scene.world is None:
        scene.world = _world_of(ASSETS[name].lesson)
    if scene.camera is None:
        cameras = (obj for obj in collection.all_objects if obj.type == "CAMERA")
        scene.camera = next(cameras, None)
    return sorted(obj.name for obj in collection.all_objects)


def _in_file(name: str) -> bpy.types.Collection | None:
    found = (item for item in bpy.data.collections if value_of(item, keys.ASSET) == name)
    return next(found, None)


def _world_of(lesson: str) -> bpy.types.World | None:
    return next((item for item in bpy.data.worlds if value_of(item, keys.ASSET) == lesson), None)


def _append(name: str) -> bpy.types.Collection:
    """Append a collection, with its lesson's world if that was not brought along before."""
    place = ASSETS[name]
    materials = set(bpy.data.materials)
    with _open(name) as (source, target):
        target.collections = [place.collection]
        if _world_of(place.lesson) is None:
            target.worlds = source.worlds[:1]
    collection: bpy.types.Collection = target.collections[0]
    collection[keys.ASSET] = name
    for world in target.worlds:
        world[keys.ASSET] = place.lesson
    _forget_library(place.path)
    _share_materials(place.lesson, set(bpy.data.materials) - materials)
    return collection


def _share_materials(lesson: str, appended: set[bpy.types.Material]) -> None:
    """Give the assets of one lesson the same materials, which Blender appends again each time."""
    for material in sorted(appended, key=lambda one: one.name):
        same = bpy.data.materials.get(re.sub(r"\.\d{3,}$", "", material.name))
        if same is None or same == material or value_of(same, keys.ASSET) != lesson:
            material[keys.ASSET] = lesson
            continue
        material.user_remap(same)
        bpy.data.materials.remove(material)


@contextmanager
def _open(name: str) -> Iterator[tuple[bpy.types.BlendData, bpy.types.BlendData]]:
    try:
        with bpy.data.libraries.load(str(ASSETS[name].path), link=False) as both:
            yield both
    except OSError as error:
        raise _unreadable(name, str(error)) from error


def _unreadable(name: str, why: str) -> MallocVrError:
    return rejection(
        "STORAGE_UNAVAILABLE",
        say("The asset {name} cannot be read: {why}.", name=name, why=why),
        remedy="Install the add-on again.",
    )


def _forget_library(path: Path) -> None:
    """Take out the trace of where this machine keeps the asset: everything was appended."""
    for library in list(bpy.data.libraries):
        if Path(bpy.path.abspath(library.filepath)) == path:
            bpy.data.libraries.remove(library)
