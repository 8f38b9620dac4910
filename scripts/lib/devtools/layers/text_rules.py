"""Rules for every tracked file: size, place, and what must not be in its text."""

import re
from collections.abc import Iterator

from .files import Problem, SourceFile
from .modules import TOP_LEVEL

LINES_MAX = 400
LINES_WITHOUT_REASON = 250
SIZED = (".cpp", ".hpp", ".py")
REASON = re.compile(r"^(?://|#) Over 250 lines: \S")
REASON_WITHIN_LINES = 20
# Older than the rule, and to be split: the list only gets shorter.
STILL_LONG = frozenset(
    [
        "native/host/engine.cpp",
    ]
)
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
    yield from _size_problems(file)
    for number, line in enumerate(file.lines, 1):
        found = MACHINE_PATH.search(line)
        if found:
            yield Problem(file.path, number, f"{found[0]} is a path of one machine")
        found = OPEN_TASK.search(line)
        if found:
            yield Problem(file.path, number, f"{found[0]} carries no kind, as in TODO(soon)")


def _size_problems(file: SourceFile) -> Iterator[Problem]:
    count = len(file.lines)
    if not file.path.endswith(SIZED):
        return
    if count > LINES_MAX:
        yield Problem(file.path, 0, f"{count} lines; a file has {LINES_MAX} at most")
    elif count > LINES_WITHOUT_REASON and file.path not in STILL_LONG:
        if not any(REASON.match(line) for line in file.lines[:REASON_WITHIN_LINES]):
            yield Problem(
                file.path,
                0,
                f"{count} lines; split it by what it holds, or say why not near its top: "
                f"`Over {LINES_WITHOUT_REASON} lines: ...`",
            )
    elif count <= LINES_WITHOUT_REASON and file.path in STILL_LONG:
        yield Problem(file.path, 0, "is short enough now: take it from the list STILL_LONG")
