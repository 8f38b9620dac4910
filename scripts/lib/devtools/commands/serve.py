"""scripts/serve: one file, served headless from a profile that has our zip."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from ..package import current_zip
from ..paths import LIB
from ..processes import Child
from ..profiles import install, profile_environment
from ..runtimes import ProgramRuntime, Runtime, runtime
from ..say import Trouble, say
from ..version import extension_id


@contextmanager
def _profile(chosen: Path | None) -> Iterator[Path]:
    if chosen is not None:
        chosen.mkdir(parents=True, exist_ok=True)
        yield chosen.absolute()
        return
    with tempfile.TemporaryDirectory(prefix="malloc_vr_serve_", ignore_cleanup_errors=True) as made:
        yield Path(made)


def _serve_command(
    blender: Runtime, file: Path, words: Sequence[str], environment: dict[str, str]
) -> list[str]:
    if isinstance(blender, ProgramRuntime):
        return blender.command(
            ["--background", file, "--command", extension_id(), "serve", *words], environment
        )
    script = LIB / "in_blender" / "serve.py"
    return blender.script_command(script, [str(file), extension_id(), *words], environment)


def _pass_on(child: Child) -> None:
    """Pass the child's stdout on; until the line that is a JSON object it goes to stderr.

    Blender greets, and tells which file it reads, on stdout; our callers read JSON there.
    """
    served = False
    for line in child.stdout:
        served = served or line.startswith("{")
        out = sys.stdout if served else sys.stderr
        out.write(line)
        out.flush()


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/serve")
    parser.add_argument("file", type=Path)
    parser.add_argument("--blender", default="4.4.0")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--profile", type=Path)
    options = parser.parse_args(arguments)
    file = options.file.absolute()
    if not file.is_file():
        raise Trouble(f"{file} is not a file")
    blender = runtime(options.blender)
    blender.ensure()
    archive = current_zip()
    with _profile(options.profile) as profile:
        environment = profile_environment(os.environ, profile)
        install(blender, archive, environment)
        say(f"Serving {file.name} from Blender {blender.version}; Ctrl-C ends it.")
        words = ["--port", str(options.port)]
        command = _serve_command(blender, file, words, environment)
        child = Child(command, environment, stdout=subprocess.PIPE)
        _pass_on(child)
        return child.wait()
