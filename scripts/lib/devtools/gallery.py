"""scripts/gallery: pictures of all that a person sees, in each Blender with a window, on one page."""

import argparse
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from .counting import run_logged
from .gallery_page import write_page
from .package import zip_for
from .profiles import install, profile
from .project import BUILD, REPO
from .runtimes import Runtime, runtime
from .say import CommandError

SCRIPT = REPO / "blender_tests" / "gallery" / "run.py"
VERSIONS = "4.3.2,5.2.2"
LIMIT_SECONDS = 1800.0
LINE = re.compile(r"^(?:ok|FAIL) .*$", re.MULTILINE)
COUNTS = re.compile(r"^(\d+) pictures, (\d+) failed$", re.MULTILINE)
SHOWN_CHARACTERS = 3000


@dataclass(frozen=True)
class Look:
    """How the window looks.

    Attributes:
        words: theme, scale of the interface and width of the sidebar, as the script in Blender reads them.
        window: width and height, in pixels: twice as many where all is twice as large.
    """

    words: tuple[str, str, str]
    window: tuple[int, int] = (1280, 800)


LARGE = (2560, 1600)
LOOKS = {
    "dark-1": Look(("dark", "1", "wide")),
    "light-1": Look(("light", "1", "wide")),
    "dark-2": Look(("dark", "2", "wide"), LARGE),
    "light-2": Look(("light", "2", "wide"), LARGE),
    "dark-1-narrow": Look(("dark", "1", "narrow")),
}


def main(arguments: list[str]) -> int:
    """Take the pictures; the exit code is 0 if each shows what it should."""
    parser = argparse.ArgumentParser(prog="scripts/gallery")
    parser.add_argument("--versions", default=VERSIONS, help=f"default: {VERSIONS}")
    parser.add_argument("--looks", default=",".join(LOOKS), help="default: all of them")
    parser.add_argument("--only", default="", help="a word of the scenes' names")
    parser.add_argument("folder", nargs="?", type=Path, default=BUILD / "gallery")
    options = parser.parse_args(arguments)
    looks = options.looks.split(",")
    if unknown := set(looks) - set(LOOKS):
        raise CommandError(f"no look {', '.join(unknown)}; there are {', '.join(LOOKS)}")
    folder, taken, failed = options.folder.absolute(), 0, 0
    for version in options.versions.split(","):
        blender = runtime(version)
        if not blender.program:
            raise CommandError(f"Blender {version} is a module without a window")
        for look in looks:
            counted = _take(blender.ensure(), look, folder / blender.version, options.only)
            taken, failed = taken + counted[0], failed + counted[1]
    print(write_page(folder))
    print(f"{taken} pictures, {failed} failed")
    return 1 if failed or not taken else 0


def _take(blender: Runtime, look: str, folder: Path, only: str) -> tuple[int, int]:
    """Take the pictures of one look in one Blender; returns how many there are and how many failed."""
    if not only:
        shutil.rmtree(folder / look, ignore_errors=True)
    archive, how = zip_for(blender), LOOKS[look]
    with profile() as environment:
        environment["MALLOC_VR_ZIP"] = str(archive)
        install(blender, archive, environment)
        words = [str(folder), *how.words, only]
        command = blender.script_command(SCRIPT, words, environment, True, how.window)
        name = f"gallery-{blender.version}-{look}"
        ended = run_logged(name, command, environment, LIMIT_SECONDS)
    for line in LINE.findall(ended.output):
        print(line, flush=True)
    counts = COUNTS.findall(ended.output)
    if not counts:
        print(f"FAIL {ended}: {ended.output[-SHOWN_CHARACTERS:]}", flush=True)
        return 0, 1
    return int(counts[-1][0]), int(counts[-1][1])
