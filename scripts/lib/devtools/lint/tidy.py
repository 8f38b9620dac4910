"""clang-tidy over native/; files that were found clean before, with the same headers, are passed over."""

import hashlib
import re
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from ..cmake import configure
from ..paths import BUILD, CACHE, REPO
from ..processes import output_of
from ..tools import tool

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
CLEAN = CACHE / "clang-tidy"
TIDY_SECONDS = 300.0
AT_ONCE = 2


def main() -> int:
    """Print what clang-tidy finds; return 1 when it finds something."""
    configure("native")
    CLEAN.mkdir(parents=True, exist_ok=True)
    settings = (REPO / ".clang-tidy").read_text("utf-8")
    settings += output_of([tool("lint", "clang-tidy"), "--version"])
    files = sorted((REPO / "native").rglob("*.cpp"))
    # The bindings are no part of this build, and pybind11's macros are not ours to tidy.
    files = [path for path in files if "bindings" not in path.parts]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = [
            line for lines in pool.map(lambda path: _tidy(path, settings), files) for line in lines
        ]
    for line in dict.fromkeys(found):
        print(line)
    return 1 if found else 0


def _tidy(path: Path, settings: str) -> list[str]:
    contents = b"".join(each.read_bytes() for each in _with_headers(path))
    stamp = CLEAN / hashlib.sha256(contents + settings.encode()).hexdigest()
    if stamp.exists():
        return []
    command: list[str | Path] = [
        "nice",
        tool("lint", "clang-tidy"),
        "-p",
        BUILD / "native",
        "--quiet",
        path,
    ]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=TIDY_SECONDS)
    except subprocess.TimeoutExpired:
        return [f"{path.relative_to(REPO)}: clang-tidy's time was up after {TIDY_SECONDS:.0f} s"]
    found = re.findall(r"^.*?:\d+:\d+: (?:warning|error): .*$", done.stdout, re.MULTILINE)
    if done.returncode == 0 and not found:
        stamp.touch()
        return []
    return [line.removeprefix(f"{REPO}/") for line in found] or [
        f"{path.relative_to(REPO)}: clang-tidy ended with exit code {done.returncode}"
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


if __name__ == "__main__":
    sys.exit(main())
