"""Rules for every tracked file: size, place, and what must not be in its text."""

import re
from collections.abc import Iterator

from .files import Problem, SourceFile
from .modules import TOP_LEVEL

LINES_MAX = 400
SIZED = (".cpp", ".hpp", ".py")
# A path that only one machine has. A word or a variable before the slash makes it another path.
MACHINE_PATH = re.compile(
    r"(?<![\w.~}$)>*/-])/(?:(?:work|root)(?![\w-])|(?:home|tmp)/(?!\W)[\w-]+)"
)
# Written in two parts, so that this line is not one.
OPEN_TASK = re.compile(r"\bTO" r"DO\b(?!\([a-z]+\))|\bFIX" r"ME\b")


def top_level_problems(files: list[SourceFile]) -> Iterator[Problem]:
    """Yield what stands at the top level and is not in the fixed list."""
    seen = set()
    for file in files:
        top = file.path.split("/")[0]
        if top not in TOP_LEVEL and top not in seen:
            seen.add(top)
            yield Problem(file.path, 0, f"{top} is not in the fixed list of the top level")


def text_problems(file: SourceFile) -> Iterator[Problem]:
    """Yield what is wrong with one file's size or text."""
    if file.path.endswith(SIZED) and len(file.lines) > LINES_MAX:
        yield Problem(file.path, 0, f"{len(file.lines)} lines; a file has {LINES_MAX} at most")
    for number, line in enumerate(file.lines, 1):
        found = MACHINE_PATH.search(line)
        if found:
            yield Problem(file.path, number, f"{found[0]} is a path of one machine")
        found = OPEN_TASK.search(line)
        if found:
            yield Problem(file.path, number, f"{found[0]} carries no kind, as in TODO(soon)")
