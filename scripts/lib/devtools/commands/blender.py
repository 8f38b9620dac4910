"""scripts/blender: runs a Python file in a Blender of a given version."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..processes import Child
from ..profiles import profile_environment
from ..runtimes import ProgramRuntime, Runtime, runtime
from ..say import Trouble


@contextmanager
def _with_profile(environment: dict[str, str]) -> Iterator[dict[str, str]]:
    """Give Blender a throw-away profile, unless the caller's environment names one."""
    if environment.get("BLENDER_USER_RESOURCES"):
        yield environment
        return
    with tempfile.TemporaryDirectory(prefix="malloc_vr_profile_") as profile:
        yield profile_environment(environment, Path(profile))


def _command(
    blender: Runtime, script: Path, rest: list[str], environment: dict[str, str], window: bool
) -> list[str]:
    if not window:
        return blender.script_command(script, rest, environment)
    if not isinstance(blender, ProgramRuntime):
        raise Trouble(f"Blender {blender.version} is a module without a window; --gui needs 4.3.2")
    return blender.window_command(script, rest, environment)


def main(arguments: list[str]) -> int:
    """Run `[--gui] VERSION SCRIPT ARGS...`; the script's exit code is ours."""
    window = "--gui" in arguments[:1]
    words = arguments[1:] if window else arguments
    if len(words) < 2:
        raise Trouble("usage: scripts/blender [--gui] VERSION SCRIPT [ARGS...]")
    blender, script = runtime(words[0]), Path(words[1]).absolute()
    if not script.is_file():
        raise Trouble(f"{script} is not a file")
    blender.ensure()
    with _with_profile(dict(os.environ)) as environment:
        command = _command(blender, script, words[2:], environment, window)
        return Child(command, environment).wait()
