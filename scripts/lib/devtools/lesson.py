"""scripts/lesson: a lesson as the tool calls that author it, and what a learner reads of it."""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from .package import current_zip
from .processes import run
from .profiles import install, profile
from .project import EXTENSION_ID, LIB
from .runtimes import runtime
from .say import CommandError
from .stage import LESSONS, WORKSHOP

EXPORTER = LIB / "in_blender" / "export_calls.py"
SHIPPED = sorted(path.parent.name for path in LESSONS.glob("*/lesson.json"))


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/lesson")
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export-calls")
    export.add_argument("lesson", metavar="LESSON|FILE.blend")
    export.add_argument("--out", type=Path)
    export.add_argument("--blender", default="4.4.0")
    texts = commands.add_parser("texts")
    texts.add_argument("lesson", nargs="?", default="first_steps", choices=SHIPPED)
    options = parser.parse_args(arguments)
    if options.command == "texts":
        described = LESSONS / options.lesson / "lesson.json"
        return subprocess.run([sys.executable, WORKSHOP / "texts.py", described]).returncode
    return export_calls(options.lesson, options.out, options.blender)


def export_calls(lesson: str, out: Path | None, version: str) -> int:
    """Write the calls to `out`, or to stdout; what Blender says goes to stderr."""
    file = Path(lesson).absolute()
    if lesson not in SHIPPED and not file.is_file():
        shipped = ", ".join(SHIPPED)
        raise CommandError(f"{lesson} is neither a file nor one of {shipped}")
    what = lesson if lesson in SHIPPED else str(file)
    blender = runtime(version).ensure()
    archive = current_zip(blender.target)
    with profile() as environment, tempfile.TemporaryDirectory() as folder:
        install(blender, archive, environment)
        written = Path(folder) / "calls.json"
        words = [what, str(written), EXTENSION_ID]
        command = blender.script_command(EXPORTER, words, environment)
        run(command, env=environment, what=f"exporting the lesson {lesson}")
        text = written.read_text("utf-8")
    if out is None:
        print(text, end="")
    else:
        out.write_text(text, "utf-8")
    return 0
