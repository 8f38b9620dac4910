"""The option --twice of scripts/build and scripts/package: the same again elsewhere gives the same bytes."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from .layers.files import read_files
from .processes import run
from .project import BUILD, REPO
from .say import CommandError, say


def make_again(command: str, arguments: Sequence[str], made: Sequence[Path]) -> None:
    """Run a command of scripts/ in a copy of the sources in another folder, and compare what it makes.

    The copy compiles everything itself. Libraries and tools are those of the cache folder; lessons are what was made
    here, as Blender writes no two files that are equal: addresses of its memory and the time are in them.

    Args:
        command: its name.
        arguments: with what it runs.
        made: the files that it made here, which it makes in the same places of the copy.

    Raises:
        CommandError: when a file differs.
    """
    with tempfile.TemporaryDirectory(prefix="malloc_vr_twice_") as name:
        copy = Path(name) / "copy"
        for source in read_files(REPO):
            target = copy / source.path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REPO / source.path, target)
        if (BUILD / "lessons").is_dir():
            shutil.copytree(BUILD / "lessons", copy / "build" / "lessons")
        say(f"Once more in {copy}, without the compiler's cache.")
        environment = {**os.environ, "CCACHE_DISABLE": "1"}
        run([copy / "scripts" / command, *arguments], cwd=copy, env=environment, what="the second")
        compare({each: copy / each.relative_to(REPO) for each in made})


def compare(pairs: Mapping[Path, Path]) -> None:
    """Say the SHA-256 of each file and of the one that should be the same.

    Raises:
        CommandError: when they differ.
    """
    different = []
    for first, second in pairs.items():
        sums = [hashlib.sha256(each.read_bytes()).hexdigest() for each in (first, second)]
        say(f"{first.name}: SHA-256 {sums[0]} here, {sums[1]} there")
        if sums[0] != sums[1]:
            different.append(first.name)
    if different:
        raise CommandError(f"not the same bytes: {', '.join(different)}")
