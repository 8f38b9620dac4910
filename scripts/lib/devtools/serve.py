"""scripts/serve: one file, served headless from a profile that has our zip."""

import argparse
import subprocess
import sys
from pathlib import Path

from .package import current_zip
from .processes import exit_code, start_in_our_place
from .profiles import install, profile, serve_command
from .runtimes import runtime
from .say import CommandError, say


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
        raise CommandError(f"{file} is not a file")
    blender = runtime(options.blender).ensure()
    archive = current_zip(blender.target)
    with profile(options.profile) as environment:
        install(blender, archive, environment)
        say(f"Serving {file.name} from Blender {blender.version}; Ctrl-C ends it.")
        command = serve_command(blender, file, options.port, environment)
        child = start_in_our_place(command, environment, stdout=subprocess.PIPE)
        # Blender greets, and tells which file it reads, on stdout; our callers read JSON there.
        out = sys.stderr
        for line in child.stdout or ():
            out = sys.stdout if line.startswith("{") else out
            print(line, end="", file=out, flush=True)
        return exit_code(child)
