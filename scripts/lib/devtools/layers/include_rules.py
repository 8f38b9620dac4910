"""Rules for native/: who includes whom, which module owns which library, and silence."""

import re
from collections.abc import Iterator

from .files import Problem, SourceFile
from .table import TABLE

MODULES: dict[str, list[str]] = TABLE["modules"]
NATIVE = TABLE["native"]

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
MODULE_CALL = re.compile(r"mvr_module\(\s*(\w+)(.*?)\)", re.DOTALL)
KEYWORDS = {"SOURCES", "SYSTEM_SOURCES", "MODULES", "LIBRARIES"}


def include_problems(file: SourceFile) -> Iterator[Problem]:
    """Yield what a file of native/ does that its module may not."""
    if file.path.endswith("CMakeLists.txt"):
        yield from _links(file)
    if not file.path.endswith((".cpp", ".hpp")) or not file.module:
        return
    if file.module not in MODULES:
        rule = f"native/{file.module} is no module; the modules are in scripts/lib/layers.toml"
        yield Problem(file.path, 0, rule)
        return
    for number, line in enumerate(file.lines, 1):
        found = INCLUDE.match(line)
        if found:
            rule = _include_rule(file, found[2])
            if rule:
                yield Problem(file.path, number, rule)
    if file.module not in NATIVE["programs"]:
        yield from _noise(file)


def _include_rule(file: SourceFile, header: str) -> str:
    """Return the rule that including `header` breaks, or an empty string."""
    place = file.path.removeprefix("native/")
    target = header.split("/")[0]
    if target in MODULES and "/" in header:
        if target != file.module and target not in MODULES[file.module]:
            allowed = ", ".join(sorted(MODULES[file.module])) or "no other module"
            return f"{file.module} may not include {target} (it may include {allowed})"
        if header == NATIVE["json_header"] and file.module in NATIVE["without_json"]:
            return f"{file.module} must not know JSON"
        return ""
    for library in TABLE["libraries"]:
        if header.startswith(tuple(library["headers"])):
            owned = place in library["places"] or file.module in library["places"]
            owners = ", ".join(sorted(library["places"]))
            return "" if owned else f"<{header}>: {library['name']} belongs to {owners}"
    return ""


def _links(file: SourceFile) -> Iterator[Problem]:
    """Yield modules that a CMakeLists.txt links although its own may not include them."""
    for call in MODULE_CALL.finditer(file.text or ""):
        module, linked, section = call[1], [], ""
        for word in call[2].split():
            section = word if word in KEYWORDS else section
            if section == "MODULES" and word != section:
                linked.append(word)
        line = (file.text or "")[: call.start()].count("\n") + 1
        for other in linked:
            if module in MODULES and other not in MODULES[module]:
                yield Problem(file.path, line, f"{module} may not link {other}")


def _noise(file: SourceFile) -> Iterator[Problem]:
    code = NOT_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), file.text or "")
    for found in NOISE.finditer(code):
        line = code[: found.start()].count("\n") + 1
        yield Problem(
            file.path, line, f"native code neither prints nor ends the process: {found[0].strip()}"
        )
