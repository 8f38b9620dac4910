"""What the demo needs, from nothing: only what it runs, and for one Blender alone."""

from pathlib import Path

from .. import debian
from ..package import quick_zip
from ..paths import BUILD
from ..python_headers import ABIS, ensure_headers
from ..runtimes import Runtime
from ..sqlite import ensure_sqlite
from ..tools import ensure_tools
from ..wheels import build_wheel
from .steps import Steps


def prepare(steps: Steps, blender: Runtime) -> Path:
    """Get what is missing and build the add-on; return the zip.

    Raises:
        CommandError: when something cannot be had or built.
    """
    abi = ABIS[blender.abi]
    with steps.step("Compiler and libraries, as Debian packages"):
        debian.need("compiler", "sqlite", *(["bpy"] if blender.root is None else []))
    with steps.step("SQLite, compiled from Debian's source package"):
        ensure_sqlite()
    with steps.step("Python tools: wheel builder, MCP client, plots"):
        ensure_tools("build")
        ensure_tools("demo")
    with steps.step(f"C headers of Python {abi.python}"):
        ensure_headers(abi)
    with steps.step(f"Blender {blender.version}"):
        blender.ensure()
    with steps.step("The native module, compiled"):
        wheel = build_wheel(abi, "quick", BUILD / "quick-wheels")
    with steps.step("The add-on's zip, with the lesson built by that Blender"):
        return quick_zip(blender, wheel)
