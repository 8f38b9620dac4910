"""A dump of everything that a person can see of a file and its windows, to be compared as a whole."""

from typing import Any

import bpy

_COUNTED = (
    "scenes", "objects", "meshes", "materials", "collections", "cameras", "lights", "images",
    "node_groups", "actions", "worlds", "curves", "armatures", "texts", "libraries",
)  # fmt: skip


def whole_file() -> dict[str, Any]:
    """Of all scenes, objects and data."""
    bpy.context.view_layer.update()
    return {
        "counts": {kind: len(getattr(bpy.data, kind)) for kind in _COUNTED},
        "scenes": {scene.name: _scene(scene) for scene in bpy.data.scenes},
        "objects": {obj.name: _object(obj) for obj in bpy.data.objects},
        "meshes": {mesh.name: [tuple(v.co) for v in mesh.vertices] for mesh in bpy.data.meshes},
        "materials": {item.name: tuple(item.diffuse_color) for item in bpy.data.materials},
    }


def windows() -> list[Any]:
    """What each window shows: scene, view, shading and mode."""
    return [
        (
            window.scene.name,
            window.view_layer.name,
            window.workspace.name,
            *map(_area, _areas(window)),
        )
        for window in bpy.context.window_manager.windows
    ]


def _areas(window: bpy.types.Window) -> list[bpy.types.Area]:
    return [area for area in window.screen.areas if area.type == "VIEW_3D"]


def _area(area: bpy.types.Area) -> Any:
    space = area.spaces.active
    view = space.region_3d
    return (
        tuple(view.view_rotation), tuple(view.view_location), view.view_distance,
        view.view_perspective, space.lens, space.shading.type, space.overlay.show_overlays,
    )  # fmt: skip


def _scene(scene: bpy.types.Scene) -> Any:
    layer = scene.view_layers[0]
    return {
        "properties": {key: value for key, value in scene.items() if isinstance(value, str | int)},
        "objects": sorted(obj.name for obj in scene.objects),
        "collections": {
            item.name: sorted(obj.name for obj in item.objects)
            for item in (scene.collection, *scene.collection.children_recursive)
        },
        "frame": scene.frame_current,
        "camera": scene.camera.name if scene.camera else "",
        "active": layer.objects.active.name if layer.objects.active else "",
        "selected": sorted(o.name for o in layer.objects if o.select_get(view_layer=layer)),
        "hidden": sorted(o.name for o in layer.objects if o.hide_get(view_layer=layer)),
        "snap": (scene.tool_settings.use_snap, sorted(scene.tool_settings.snap_elements)),
        "pivot": scene.tool_settings.transform_pivot_point,
        "cursor": tuple(scene.cursor.location),
    }


def _object(obj: bpy.types.Object) -> Any:
    return {
        "basis": [tuple(row) for row in obj.matrix_basis],
        "inverse": [tuple(row) for row in obj.matrix_parent_inverse],
        "parent": obj.parent.name if obj.parent else "",
        "data": obj.data.name if obj.data else "",
        "mode": obj.mode,
        "off": (obj.hide_viewport, obj.hide_render, obj.hide_select),
        "materials": [slot.material.name if slot.material else "" for slot in obj.material_slots],
        "modifiers": [(one.name, one.type, one.show_viewport) for one in obj.modifiers],
        "constraints": [(one.name, one.type) for one in obj.constraints],
        "properties": {key: value for key, value in obj.items() if isinstance(value, str | int)},
    }
