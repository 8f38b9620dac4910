"""Blender profiles with our zip installed in them."""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from .counting import run_quiet
from .paths import LIB
from .runtimes import Runtime
from .version import extension_id

INSTALL_SECONDS_MAX = 300


def profile_environment(environment: Mapping[str, str], profile: Path) -> dict[str, str]:
    """Return `environment` with Blender's user files in `profile`, and the record beside them.

    What PYTHONPATH names stays out: Blender as a module would find an unpacked wheel there before
    the one that the zip brings.
    """
    kept = {name: value for name, value in environment.items() if name != "PYTHONPATH"}
    return {
        **kept,
        "BLENDER_USER_RESOURCES": str(profile),
        "MALLOC_VR_DATA": str(profile / "record"),
    }


@contextmanager
def profile(kept: Path | None = None) -> Iterator[dict[str, str]]:
    """Yield our environment with a profile: `kept`, or one that is gone afterwards."""
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        yield profile_environment(os.environ, kept.absolute())
        return
    prefix = "malloc_vr_profile_"
    with tempfile.TemporaryDirectory(prefix=prefix, ignore_cleanup_errors=True) as made:
        yield profile_environment(os.environ, Path(made))


def install(blender: Runtime, archive: Path, environment: Mapping[str, str]) -> None:
    """Install and enable the extension zip, the way that a user of that Blender would.

    Raises:
        CommandError: when Blender rejects, with what it said.
    """
    if blender.is_program:
        extension = ["--command", "extension", "install-file", "-r", "user_default", "-e"]
        command = blender.command(["/usr/bin/blender", *extension, archive], environment)
    else:
        script = LIB / "in_blender" / "install.py"
        command = blender.script_command(script, [str(archive), extension_id()], environment)
    what = f"installing {archive.name} in Blender {blender.version}"
    run_quiet(what, command, environment, INSTALL_SECONDS_MAX)


def serve_command(
    blender: Runtime, file: Path, argv: Sequence[str], environment: Mapping[str, str]
) -> list[str]:
    """Return the command that opens `file` without a window and serves it, with the zip installed."""
    if blender.is_program:
        program: list[str | Path] = ["/usr/bin/blender", "--background", file, "--command"]
        return blender.command([*program, extension_id(), "serve", *argv], environment)
    script = LIB / "in_blender" / "serve.py"
    return blender.script_command(script, [str(file), extension_id(), *argv], environment)
