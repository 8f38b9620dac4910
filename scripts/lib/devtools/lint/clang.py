"""Checkers of C++: the format, the compiler's warnings, and clang-tidy."""

import hashlib
import os
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..cmake import NATIVE, build, configure
from ..counting import run_logged
from ..paths import CACHE, REPO
from ..processes import output_of
from ..tools import tool

ROOTS = ("native", "tests", "bench")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
CLEAN = CACHE / "clang-tidy"
TIDY_SECONDS = 300.0
AT_ONCE = 2


def _sources(*endings: str) -> list[Path]:
    return [
        path
        for root in ROOTS
        for path in sorted((REPO / root).rglob("*"))
        if path.suffix in endings
    ]


def check_format(fix: bool) -> list[str]:
    """Return what clang-format would change; with `fix`, change it."""
    files = _sources(".cpp", ".hpp")
    if not files:
        return []
    words = ["-i"] if fix else ["--dry-run", "-Werror"]
    ended = run_logged("lint-clang-format", [tool("clang-format"), *words, *files])
    found = re.findall(r"^(.*?:\d+):\d+: error:", ended.output, re.MULTILINE)
    return [] if ended.code == 0 else [f"{place}: not formatted" for place in found]


def check_warnings(fix: bool) -> list[str]:
    """Compile everything with warnings as errors; a warning ends the build with its text."""
    build(NATIVE)
    return []


def check_tidy(fix: bool) -> list[str]:
    """Return what clang-tidy finds in native/; files found clean before are passed over."""
    configure(NATIVE)
    CLEAN.mkdir(parents=True, exist_ok=True)
    settings = (REPO / ".clang-tidy").read_text("utf-8")
    settings += output_of([tool("clang-tidy"), "--version"])
    files = sorted((REPO / "native").rglob("*.cpp"))
    # The bindings are no part of this build, and pybind11's macros are not ours to tidy.
    files = [path for path in files if "bindings" not in path.parts]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = pool.map(lambda path: _tidy(path, settings), files)
        return [line for lines in found for line in lines]


def _tidy(path: Path, settings: str) -> list[str]:
    contents = b"".join(each.read_bytes() for each in _with_headers(path))
    stamp = CLEAN / hashlib.sha256(contents + settings.encode()).hexdigest()
    if stamp.exists():
        return []
    name = "-".join(path.relative_to(REPO).with_suffix("").parts)
    words: list[str | Path] = ["nice", tool("clang-tidy"), "-p", NATIVE.folder, "--quiet", path]
    ended = run_logged(f"lint-tidy-{name}", words, os.environ, TIDY_SECONDS)
    found = re.findall(r"^.*?:\d+:\d+: (?:warning|error): .*$", ended.output, re.MULTILINE)
    if ended.code == 0 and not found:
        stamp.touch()
        return []
    return sorted({line.removeprefix(f"{REPO}/") for line in found}) or [
        f"{path.relative_to(REPO)}: clang-tidy ended with exit code {ended.code}"
    ]


def _with_headers(path: Path) -> Iterable[Path]:
    """Return the file and all of our headers that it reaches, in a fixed order."""
    reached: dict[Path, None] = {}
    waiting = [path]
    while waiting:
        current = waiting.pop()
        if current in reached:
            continue
        reached[current] = None
        named = INCLUDE.findall(current.read_text("utf-8"))
        headers = (REPO / "native" / header for header in named)
        waiting += [header for header in headers if header.is_file()]
    return reached
