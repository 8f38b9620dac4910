"""Reading and writing what an object is beside its place: size, visibility, collections.

One notion of hidden for all who keep a start and all who go back to it.

Thread: main.
"""

from collections.abc import Iterable

import bpy

from ..core.start_state import StartState
from . import named_objects


def read(scene: bpy.types.Scene, obj: bpy.types.Object) -> StartState:
    """What an object of a scene is now."""
    return _read(named_objects.view_layer_of(scene), obj, _holding(scene, obj))


def read_all(scene: bpy.types.Scene, objects: Iterable[bpy.types.Object]) -> dict[str, StartState]:
    """The same of many objects, by name, in one pass over the scene's collections."""
    holding: dict[str, list[str]] = {}
    for name, collection in _collections(scene).items():
        for item in collection.objects:
            holding.setdefault(item.name, []).append(name)
    layer = named_objects.view_layer_of(scene)
    return {obj.name: _read(layer, obj, holding.get(obj.name, ())) for obj in objects}


def _read(layer: bpy.types.ViewLayer, obj: bpy.types.Object, holding: Iterable[str]) -> StartState:
    return StartState(
        scale=tuple(obj.scale),
        hide=obj.hide_get(view_layer=layer),
        hide_viewport=obj.hide_viewport,
        hide_render=obj.hide_render,
        collections=tuple(sorted(holding)),
    )


def is_hidden(scene: bpy.types.Scene, obj: bpy.types.Object) -> bool:
    """Whether an object is out of the learner's sight by a switch of its own."""
    return is_hidden_in(named_objects.view_layer_of(scene), obj)


def is_hidden_in(layer: bpy.types.ViewLayer, obj: bpy.types.Object) -> bool:
    """The same where the view layer is known: finding it takes longer than looking."""
    return bool(obj.hide_viewport or obj.hide_get(view_layer=layer))


def set_hidden(scene: bpy.types.Scene, obj: bpy.types.Object, hidden: bool) -> None:
    """Switch an object off everywhere, or show it again whatever the learner hid it by."""
    obj.hide_viewport = obj.hide_render = hidden
    if not hidden:
        _set_hide(scene, obj, False)


def write(scene: bpy.types.Scene, obj: bpy.types.Object, state: StartState) -> None:
    """Make an object what it was."""
    if state.collections:
        _hold_by(scene, obj, state.collections)
    if state.scale is not None:
        obj.scale = state.scale
    # In this order: an object that is switched off cannot be hidden by the eye.
    obj.hide_viewport = False
    _set_hide(scene, obj, state.hide)
    obj.hide_viewport, obj.hide_render = state.hide_viewport, state.hide_render


def _set_hide(scene: bpy.types.Scene, obj: bpy.types.Object, hide: bool) -> None:
    layer = named_objects.view_layer_of(scene)
    if obj.name in layer.objects and obj.hide_get(view_layer=layer) != hide:
        obj.hide_set(hide, view_layer=layer)


def _holding(scene: bpy.types.Scene, obj: bpy.types.Object) -> dict[str, bpy.types.Collection]:
    """The scene's collections that hold an object; "" names the scene's own."""
    every = _collections(scene)
    return {name: item for name, item in every.items() if obj.name in item.objects}


def _collections(scene: bpy.types.Scene) -> dict[str, bpy.types.Collection]:
    held = {item.name: item for item in scene.collection.children_recursive}
    return {"": scene.collection, **held}


def _hold_by(scene: bpy.types.Scene, obj: bpy.types.Object, names: tuple[str, ...]) -> None:
    """Have the collections of these names hold an object, and no others of the scene.

    A collection that is gone cannot; where none is left the scene's own does.
    """
    every = _collections(scene)
    wanted = [name for name in names if name in every] or [""]
    now = _holding(scene, obj)
    for name in wanted:
        if name not in now:
            every[name].objects.link(obj)
    for name, collection in now.items():
        if name not in wanted:
            collection.objects.unlink(obj)
