"""Server: letting AI clients in."""

import bpy

from .. import runtime
from ..translation import counted, translated
from .sidebar import Sidebar, big_button
from .text import paragraph

_LAMPS = {
    "off": "RADIOBUT_OFF",
    "alone": "KEYTYPE_KEYFRAME_VEC",  # lit, and white
    "talking": "KEYTYPE_JITTER_VEC",  # green
    "broken": "ERROR",
}
"""How the server stands, seen without a word and also where the panel is folded."""


class MALLOC_VR_PT_server(Sidebar, bpy.types.Panel):
    bl_label = "Server"
    bl_order = 4
    bl_options = {"DEFAULT_CLOSED"}

    def draw_header(self, context: bpy.types.Context) -> None:
        self.layout.label(text="", icon=_lamp(runtime.view().server))

    def draw(self, context: bpy.types.Context) -> None:
        server = runtime.view().server
        if server.running:
            _draw_running(self.layout, context, server)
        else:
            text = translated(
                "AI clients on this computer can author and tutor while the server is on."
            )
            paragraph(self.layout, context, text)
            big_button(self.layout, "malloc_vr.server_start", icon="PLAY")


def _draw_running(
    layout: bpy.types.UILayout, context: bpy.types.Context, server: runtime.ServerStatus
) -> None:
    if server.http_problem:
        box = layout.box()
        paragraph(box, context, server.http_problem, icon="ERROR")
        then = translated(
            "Then stop and start the server. Until then AI clients such as Claude Code cannot "
            "connect; a program that sends lines can."
        )
        paragraph(box, context, then, icon="BLANK1")
    else:
        layout.label(text=server.url.removeprefix("http://"), icon="URL")
    layout.operator_menu_enum("malloc_vr.client_config_copy", "client", icon="COPYDOWN")
    layout.operator("malloc_vr.token_renew", icon="FILE_REFRESH")
    layout.operator("malloc_vr.server_stop", icon="PAUSE")
    _draw_talking(layout, context, server)


def _draw_talking(
    layout: bpy.types.UILayout, context: bpy.types.Context, server: runtime.ServerStatus
) -> None:
    """Last, because its height changes with every call: no button moves under a hand."""
    talking = translated("Nobody connected yet")
    if server.requests:
        talking = counted(server.requests, "1 call", "{count} calls")
        if server.last_tool:
            talking = translated("{calls}, last: {tool}", calls=talking, tool=server.last_tool)
    paragraph(layout, context, talking, icon=_lamp(server))


def _lamp(server: runtime.ServerStatus) -> str:
    if not server.running:
        return _LAMPS["off"]
    if server.http_problem:
        return _LAMPS["broken"]
    return _LAMPS["talking" if server.clients else "alone"]


CLASSES = (MALLOC_VR_PT_server,)
