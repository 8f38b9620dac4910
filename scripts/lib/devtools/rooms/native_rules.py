"""Rules for native/: who includes whom, which room owns which library, and silence."""

import re
from collections.abc import Iterator

from .doors import JSON_DOOR, LIBRARIES, NATIVE, PROGRAMS, WITHOUT_JSON, Library
from .files import Problem, SourceFile

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# One alternative a token: comments and literals are matched first, so nothing is found in them.
NOT_CODE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"'
    r"|\"(?:\\.|[^\"\\\n])*\"|(?<![\w'])'(?:\\.|[^'\\\n])+'",
    re.DOTALL,
)
NOISE = re.compile(
    r"std::(?:cout|cerr|clog)\b"
    r"|(?<![\w.>])(?:std::)?(?:printf|fprintf|vprintf|puts|fputs|putchar|perror)\s*\("
    r"|(?<![\w.>:])(?:std::)?(?:abort|exit|_exit|quick_exit|terminate)\s*\("
)
ROOM_CALL = re.compile(r"mvr_room\(\s*(\w+)(.*?)\)", re.DOTALL)
KEYWORDS = {"SOURCES", "ROOMS", "LIBRARIES"}


def native_problems(file: SourceFile) -> Iterator[Problem]:
    """Yield what a file of native/ does that its room may not."""
    if file.path.endswith("CMakeLists.txt"):
        yield from _links(file)
    if not file.path.endswith((".cpp", ".hpp")) or not file.room:
        return
    if file.room not in NATIVE:
        yield Problem(file.path, 0, f"native/{file.room} is no room; the rooms are in doors.py")
        return
    for number, line in enumerate(file.lines, 1):
        found = INCLUDE.match(line)
        if found:
            rule = _include_rule(file, found[2])
            if rule:
                yield Problem(file.path, number, rule)
    if file.room not in PROGRAMS:
        yield from _noise(file)


def _include_rule(file: SourceFile, header: str) -> str:
    """Return the rule that including `header` breaks, or an empty string."""
    place = file.path.removeprefix("native/")
    target = header.split("/")[0]
    if target in NATIVE and "/" in header:
        if target != file.room and target not in NATIVE[file.room]:
            allowed = ", ".join(sorted(NATIVE[file.room])) or "no other room"
            return f"{file.room} may not include {target} (it may include {allowed})"
        if header == JSON_DOOR and file.room in WITHOUT_JSON:
            return f"{file.room} must not know JSON"
        return ""
    library = _library(header)
    if library and place not in library.places and file.room not in library.places:
        owners = ", ".join(sorted(library.places))
        return f"<{header}>: {library.name} belongs to {owners}"
    return ""


def _library(header: str) -> Library | None:
    return next((each for each in LIBRARIES if header.startswith(each.headers)), None)


def _links(file: SourceFile) -> Iterator[Problem]:
    """Yield rooms that a CMakeLists.txt links although the room's door is shut."""
    for call in ROOM_CALL.finditer(file.text or ""):
        room, linked, section = call[1], [], ""
        for word in call[2].split():
            section = word if word in KEYWORDS else section
            if section == "ROOMS" and word != section:
                linked.append(word)
        line = (file.text or "")[: call.start()].count("\n") + 1
        for other in linked:
            if room in NATIVE and other not in NATIVE[room]:
                yield Problem(file.path, line, f"{room} may not link {other}")


def _noise(file: SourceFile) -> Iterator[Problem]:
    code = NOT_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), file.text or "")
    for found in NOISE.finditer(code):
        line = code[: found.start()].count("\n") + 1
        yield Problem(
            file.path, line, f"native code neither prints nor ends the process: {found[0].strip()}"
        )
