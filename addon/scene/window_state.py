"""What windows show: scene, workspace, views and tool. Undo keeps none of it, so it is kept here.

Thread: main.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import bpy

from . import unit_reading

_OF_VIEW = (
    "view_rotation",
    "view_location",
    "view_distance",
    "view_camera_offset",
    "view_camera_zoom",
    "view_perspective",  # last: the view from a camera has no place of its own
)
_OF_SPACE = ("lens", "clip_start", "clip_end", "lock_camera", "use_local_camera", "show_gizmo")
_OF_SHADING = ("type", "light", "show_xray")

_Values = Mapping[str, Any]


@dataclass(frozen=True)
class _Viewport:
    views: tuple[_Values, ...]
    space: _Values
    shading: _Values
    show_overlays: bool
    is_local: bool


@dataclass(frozen=True)
class _Window:
    scene_name: str
    layer_name: str
    workspace_name: str
    tool: str
    viewports: tuple[_Viewport, ...]


@dataclass(frozen=True)
class WindowsShown:
    """What each window showed, in their order."""

    windows: tuple[_Window, ...]


def keep() -> WindowsShown:
    """What the windows show now."""
    return WindowsShown(tuple(_read_window(one) for one in bpy.context.window_manager.windows))


def put_back(kept: WindowsShown) -> None:
    """Have the windows show that again; one that was closed stays so, as does a new one."""
    for window, shown in zip(bpy.context.window_manager.windows, kept.windows, strict=False):
        _write_window(window, shown)


def _read_window(window: bpy.types.Window) -> _Window:
    return _Window(
        scene_name=window.scene.name,
        layer_name=window.view_layer.name,
        workspace_name=window.workspace.name,
        tool=_tool_of(window),
        viewports=tuple(_read_viewport(area.spaces.active) for area in _viewport_areas(window)),
    )


def _write_window(window: bpy.types.Window, shown: _Window) -> None:
    workspace = bpy.data.workspaces.get(shown.workspace_name)
    if workspace is not None and window.workspace != workspace:
        window.workspace = workspace
    scene = bpy.data.scenes.get(shown.scene_name)
    if scene is not None and window.scene != scene:
        window.scene = scene
    layer = window.scene.view_layers.get(shown.layer_name)
    if layer is not None and window.view_layer != layer:
        window.view_layer = layer
    for area, viewport in zip(_viewport_areas(window), shown.viewports, strict=False):
        _write_viewport(window, area, viewport)
    if shown.tool and _tool_of(window) != shown.tool:
        _take_tool(window, shown.tool)


def _viewport_areas(window: bpy.types.Window) -> Iterator[bpy.types.Area]:
    return (area for area in window.screen.areas if area.type == "VIEW_3D")


def _read_viewport(space: bpy.types.SpaceView3D) -> _Viewport:
    return _Viewport(
        views=tuple(_values(view, _OF_VIEW) for view in _views(space)),
        space=_values(space, _OF_SPACE),
        shading=_values(space.shading, _OF_SHADING),
        show_overlays=space.overlay.show_overlays,
        is_local=space.local_view is not None,
    )


def _write_viewport(window: bpy.types.Window, area: bpy.types.Area, shown: _Viewport) -> None:
    space = area.spaces.active
    if space.local_view is not None and not shown.is_local:
        region = next(one for one in area.regions if one.type == "WINDOW")
        with bpy.context.temp_override(window=window, area=area, region=region):
            bpy.ops.view3d.localview(frame_selected=False)
    _write_values(space, shown.space)
    _write_values(space.shading, shown.shading)
    space.overlay.show_overlays = shown.show_overlays
    for view, values in zip(_views(space), shown.views, strict=False):
        _write_values(view, values)


def _views(space: bpy.types.SpaceView3D) -> list[bpy.types.RegionView3D]:
    return list(space.region_quadviews) or [space.region_3d]


def _values(item: bpy.types.bpy_struct, names: tuple[str, ...]) -> _Values:
    read = {name: getattr(item, name) for name in names}
    return {
        name: one if isinstance(one, str | float | int) else tuple(one)
        for name, one in read.items()
    }


def _write_values(item: bpy.types.bpy_struct, values: _Values) -> None:
    for name, value in values.items():
        if _values(item, (name,))[name] != value:
            setattr(item, name, value)


def _tool_of(window: bpy.types.Window) -> str:
    tool = window.workspace.tools.from_space_view3d_mode("OBJECT", create=False)
    return tool.idname if tool else ""


def _take_tool(window: bpy.types.Window, tool: str) -> None:
    """Only a window with a viewport has tools of one."""
    area = next(_viewport_areas(window), None)
    if area is None or unit_reading.first_window() is None:
        return
    region = next(one for one in area.regions if one.type == "WINDOW")
    with bpy.context.temp_override(window=window, area=area, region=region):
        bpy.ops.wm.tool_set_by_id(name=tool)
