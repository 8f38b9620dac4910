"""Rules for every tracked file: its place, its size, and what must not be in its text."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from . import TABLE
from .files import Problem, SourceFile

SIZE = TABLE["size"]
REASON = re.compile(r"^(?://|#) Over 250 lines: \S")
REASON_WITHIN_LINES = 20
NOTHING = r"(?!)"
# One alternative a token: comments and literals are matched first, so nothing is found in them.
NOT_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"'
    r"|\"(?:\\.|[^\"\\\n])*\"|(?<![\w'])'(?:\\.|[^'\\\n])+'",
    re.DOTALL,
)


def top_level_problems(files: list[SourceFile]) -> Iterator[Problem]:
    """Yield what stands at the top level and is not in the fixed list."""
    tops = {file.path.split("/")[0]: file.path for file in reversed(files)}
    for top, path in tops.items():
        if top not in TABLE["top_level"]:
            yield Problem(path, 0, f"{top} is not in the fixed list of the top level")


def text_problems(file: SourceFile) -> Iterator[Problem]:
    """Yield what is wrong with one file's size or text."""
    yield from _size_problems(file)
    for forbidden in TABLE["forbidden"]:
        exempt = re.search(forbidden.get("exempt", NOTHING), file.path)
        if not exempt and re.search(forbidden.get("files", ""), file.path):
            yield from _forbidden(file, forbidden)


def _forbidden(file: SourceFile, forbidden: Mapping[str, Any]) -> Iterator[Problem]:
    looked_at = NOT_CODE.sub(_blank, file.text) if forbidden.get("code_only") else file.text
    path = file.path if forbidden.get("in_path") else ""
    for number, line in enumerate([path, *looked_at.splitlines()]):
        text = line.partition(forbidden.get("comment", "\n"))[0]
        for pattern, advice in forbidden["patterns"].items():
            for found in re.finditer(pattern, text):
                rule = forbidden["rule"].format(found=found[0], advice=advice)
                yield Problem(file.path, number, rule)


def _blank(found: re.Match[str]) -> str:
    """Return as many lines as there are in a comment or literal."""
    return re.sub(r"[^\n]", " ", found[0])


def _size_problems(file: SourceFile) -> Iterator[Problem]:
    lines, most, few = file.text.splitlines(), SIZE["lines_max"], SIZE["lines_without_reason"]
    count = len(lines)
    if not re.search(SIZE["files"], file.path):
        return
    reason = any(REASON.match(line) for line in lines[:REASON_WITHIN_LINES])
    if count > most:
        yield Problem(file.path, 0, f"{count} lines; a file has {most} at most")
    elif count > few and not reason:
        say_why = f"say why not near its top: `Over {few} lines: ...`"
        yield Problem(file.path, 0, f"{count} lines; split it by what it holds, or {say_why}")
