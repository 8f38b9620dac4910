"""Letting AI clients in, and out."""

from pathlib import Path

import bpy

from .. import runtime
from ..core import client_config
from ..core.errors import MallocVrError
from ..lifetime import preferences
from ..serving import server
from ..translation import shown, translated
from . import calling


class MALLOC_VR_OT_server_start(bpy.types.Operator):
    """Serve AI clients on this computer; nobody else can reach it, and each needs the token"""

    bl_idname = "malloc_vr.server_start"
    bl_label = "Start Server"
    bl_options: set[str] = set()

    port: bpy.props.IntProperty(  # type: ignore[valid-type]
        name="Port",
        description="TCP port on this computer. 0: the one of the last time, else any free one. "
        "-1: as in the preferences",
        min=-1,
        max=65535,
        default=-1,
        options={"SKIP_SAVE"},  # or a port typed once would stand above the preferences
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        if runtime.view().server.running:
            cls.poll_message_set(translated("The server is running"))
            return False
        return True

    def execute(self, context: bpy.types.Context) -> set[str]:
        port = preferences.settings().port if self.port < 0 else self.port
        runtime.show_problem("")
        try:
            status = server.start(port)
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        notice = runtime.view().problem
        if status.http_problem:
            self.report(
                {"WARNING"},
                translated("AI clients cannot connect: {problem}", problem=status.http_problem),
            )
        elif notice:
            self.report({"WARNING"}, shown(notice))
        else:
            self.report({"INFO"}, translated("Serving {url}", url=status.url))
        return calling.finish()


class MALLOC_VR_OT_server_stop(bpy.types.Operator):
    """Stop serving: clients that wait hear so and are disconnected; port and token stay the same"""

    bl_idname = "malloc_vr.server_stop"
    bl_label = "Stop Server"
    bl_options: set[str] = set()

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _server_runs(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        server.stop()
        return calling.finish()


class MALLOC_VR_OT_client_config_copy(bpy.types.Operator):
    """Copy what a client needs to connect, its token included, to the clipboard"""

    bl_idname = "malloc_vr.client_config_copy"
    bl_label = "Copy Client Configuration"
    bl_options: set[str] = set()

    client: bpy.props.EnumProperty(  # type: ignore[valid-type]
        name="Client",
        items=[(item.identifier, item.label, item.where) for item in client_config.CLIENTS],
    )

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _server_runs(cls)

    def execute(self, context: bpy.types.Context) -> set[str]:
        status = runtime.view().server
        try:
            token = Path(status.token_file).read_text(encoding="ascii").strip()
        except OSError as error:
            self.report(
                {"ERROR"},
                translated("The token file cannot be read: {error}", error=error),
            )
            return {"CANCELLED"}
        connection = client_config.Connection(status.url, status.socket, status.line_port, token)
        try:
            text = client_config.configuration(self.client, connection)
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        context.window_manager.clipboard = text
        where = next(item.where for item in client_config.CLIENTS if item.identifier == self.client)
        self.report({"INFO"}, translated("Copied. {where}", where=where))
        return {"FINISHED"}


class MALLOC_VR_OT_token_renew(bpy.types.Operator):
    """Make a new token: every configuration that was copied before opens nothing any more"""

    bl_idname = "malloc_vr.token_renew"
    bl_label = "Renew Token"
    bl_options: set[str] = set()

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return _server_runs(cls)

    def invoke(self, context: bpy.types.Context, event: bpy.types.Event) -> set[str]:
        return context.window_manager.invoke_confirm(self, event)

    def execute(self, context: bpy.types.Context) -> set[str]:
        try:
            runtime.engine().renew_token()
        except MallocVrError as error:
            calling.reject(self, error)
            return {"CANCELLED"}
        self.report(
            {"INFO"},
            translated("There is a new token. Copy the configuration again for each client."),
        )
        return {"FINISHED"}


def _server_runs(cls: type[bpy.types.Operator]) -> bool:
    if not runtime.view().server.running:
        cls.poll_message_set(translated("The server is off: start it first"))
        return False
    return True


CLASSES = (
    MALLOC_VR_OT_server_start,
    MALLOC_VR_OT_server_stop,
    MALLOC_VR_OT_client_config_copy,
    MALLOC_VR_OT_token_renew,
)
