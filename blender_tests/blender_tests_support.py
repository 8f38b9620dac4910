"""What the tests inside Blender share: a clean file, an own record, a client in another process."""

import contextlib
import importlib
import json
import socket
import tempfile
import time
import unittest
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import bpy
from client_process import LIMIT_SECONDS, ClientProcess, python
from installation import PACKAGE
from process_threads import threads
from shape_reading import shape_of

HERE = Path(__file__).resolve().parent
LINE_SECONDS = 5.0


def addon(name: str) -> ModuleType:
    """A module of the installed add-on, as it is loaded now."""
    return importlib.import_module(f"{PACKAGE}.{name}")


def tool(name: str, **arguments: Any) -> Any:
    """The arguments of a tool, as operators give them."""
    kinds = vars(addon("core.arguments")).values()
    return shape_of(next(one for one in kinds if getattr(one, "NAME", "") == name), arguments)


def preferences() -> Any:
    """The add-on's preferences."""
    return bpy.context.preferences.addons[PACKAGE].preferences


def blender_command(script: Path) -> list[str]:
    """How a script is started in a Blender of the same kind; the script's words follow."""
    program = bpy.app.binary_path
    if program and Path(program).name.startswith("blender"):
        return [program, "-b", "--python-exit-code", "1", "-P", str(script), "--"]
    return [python(), str(script)]


def start_client(calls: list[dict[str, Any]]) -> ClientProcess:
    """Start a client process that makes these calls on our server."""
    server = addon("runtime").view().server
    return ClientProcess(server.url, server.token_file, calls)


def pump_until(is_done: Callable[[], bool], limit_seconds: float = LIMIT_SECONDS) -> None:
    """Serve the queue as Blender's main thread would, until something has happened."""
    request_pump, runtime = addon("serving.request_pump"), addon("runtime")
    end = time.monotonic() + limit_seconds

    def should_stop() -> bool:
        if time.monotonic() > end:
            raise AssertionError(f"nothing happened in {limit_seconds} s")
        return is_done()

    engine = runtime.engine()
    request_pump.serve_forever(
        engine.take, engine.serve, runtime.hand_in, should_stop, runtime.deliver_tries
    )


def call_from_outside(*calls: tuple[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Make tool calls from a client process while this thread serves them."""
    child = start_client([{"tool": tool, "arguments": given} for tool, given in calls])
    pump_until(lambda: child.poll() is not None)
    return child.results()


def line_client(server: Any) -> socket.socket:
    """A connection to where the server takes lines: its socket, or on Windows its port."""
    if server.line_port:
        return socket.create_connection(("127.0.0.1", server.line_port), LINE_SECONDS)
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(LINE_SECONDS)
    client.connect(server.socket)
    return client


def own_threads() -> list[str]:
    """Those that the native module started; Blender starts some of its own when it likes."""
    return [name for name in threads() if name.startswith("malloc_vr")]


class BlenderCase(unittest.TestCase):
    """Each test has an empty file and a record of its own, and leaves no engine behind."""

    def setUp(self) -> None:
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        folder = tempfile.TemporaryDirectory(prefix="mvr-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.use_record(self.folder / "vault")
        self.addCleanup(self.leave)

    def leave(self) -> None:
        """Close what the test opened."""
        addon("serving.server").stop()
        addon("runtime").close()
        addon("live.tracking").forget()
        preferences().folder = ""

    def record(self) -> Any:
        """The record as the panel shows it once it is known whether it opens."""
        session = addon("runtime")
        pump_until(lambda: session.engine().status().record.is_settled)
        session.show_status(session.engine().status())
        return self.view().record

    def use_record(self, folder: Path) -> None:
        """Keep the record in `folder` from now on."""
        addon("runtime").close()
        preferences().folder = str(folder)

    def add_cube(self, name: str, location: tuple[float, float, float] = (0, 0, 0)) -> Any:
        """Add a cube of 1 m to the open scene."""
        mesh = bpy.data.meshes.new(name)
        mesh.from_pydata(
            [(x, y, z) for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (-0.5, 0.5)], [], []
        )
        made = bpy.data.objects.new(name, mesh)
        made.location = location
        bpy.context.scene.collection.objects.link(made)
        bpy.context.view_layer.update()
        return made

    def add_unit(self, unit_id: str = "move_it", **options: Any) -> None:
        """Author a unit by hand in a scene with a part and its seat, 5 m apart."""
        given = {"title": "Move it", "objectives": "the part sits on its seat", **options}
        self.assertEqual(bpy.ops.malloc_vr.unit_add(unit_id=unit_id, **given), {"FINISHED"})

    def add_near_trigger(self) -> None:
        """Author the checkpoint that the object Part is within 10 mm of the object Seat."""
        near = {"distance": {"object": "Part", "to": "Seat", "max": 10, "unit": "mm"}}
        done = bpy.ops.malloc_vr.trigger_add(
            kind="JSON", objective="the part sits on its seat", conditions=json.dumps(near)
        )
        self.assertEqual(done, {"FINISHED"})

    def make_lesson(self) -> None:
        """Author a lesson of one unit with one checkpoint."""
        self.add_unit()
        self.add_cube("Part", (5, 0, 0))
        self.add_cube("Seat")
        self.add_near_trigger()

    def view(self) -> Any:
        """What the panels would draw once the pump has handed over what they wait for."""
        session = addon("runtime")
        session.refresh_if_stale()
        while (engine := session.opened()) is not None and engine.has_posted:
            pump_until(lambda: not engine.has_posted)
            session.refresh_if_stale()
        return session.view()

    @contextlib.contextmanager
    def serving(self) -> Iterator[Any]:
        """Have the server run."""
        self.assertEqual(bpy.ops.malloc_vr.server_start(port=0), {"FINISHED"})
        yield self.view().server
        bpy.ops.malloc_vr.server_stop()
