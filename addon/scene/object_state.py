"""Reading and writing what an object is beside its place: size, visibility, collections.

One notion of hidden for all who keep a start and all who go back to it.

Thread: main.
"""

import bpy

from ..core.start_state import StartState
from . import named_objects


def read(scene: bpy.types.Scene, obj: bpy.types.Object) -> StartState:
    """What an object of a scene is now."""
    layer = named_objects.view_layer_of(scene)
    return StartState(
        scale=tuple(obj.scale),
        hide=obj.hide_get(view_layer=layer),
        hide_viewport=obj.hide_viewport,
        hide_render=obj.hide_render,
        collections=tuple(sorted(_holding(scene, obj))),
    )


def is_hidden(scene: bpy.types.Scene, obj: bpy.types.Object) -> bool:
    """Whether an object is out of the learner's sight by a switch of its own."""
    return obj.hide_viewport or obj.hide_get(view_layer=named_objects.view_layer_of(scene))


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
    held = {item.name: item for item in scene.collection.children_recursive}
    every = {"": scene.collection, **held}
    return {name: item for name, item in every.items() if obj.name in item.objects}


def _hold_by(scene: bpy.types.Scene, obj: bpy.types.Object, names: tuple[str, ...]) -> None:
    """Have the collections of these names hold an object, and no others of the scene.

    A collection that is gone cannot; where none is left the scene's own does.
    """
    every = {"": scene.collection}
    every.update({item.name: item for item in scene.collection.children_recursive})
    wanted = [name for name in names if name in every] or [""]
    now = _holding(scene, obj)
    for name in wanted:
        if name not in now:
            every[name].objects.link(obj)
    for name, collection in now.items():
        if name not in wanted:
            collection.objects.unlink(obj)
