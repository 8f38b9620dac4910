"""Rules for native/: who includes and links whom, and which module owns which library."""

import re
from collections.abc import Iterator

from . import TABLE
from .files import Problem, SourceFile

MODULES: dict[str, list[str]] = TABLE["modules"]
NATIVE = TABLE["native"]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
MODULE_CALL = re.compile(r"mvr_module\(\s*(?P<module>\w+)(?P<arguments>.*?)\)", re.DOTALL)
KEYWORDS = {"SOURCES", "SYSTEM_SOURCES", "MODULES", "LIBRARIES"}


def include_problems(file: SourceFile) -> Iterator[Problem]:
    """Yield what a file of native/ includes or links that its module may not."""
    folder, _, place = file.path.partition("/")
    module, inside, _ = place.partition("/")
    if file.path.endswith("CMakeLists.txt"):
        yield from _links(file)
    elif folder == "native" and inside and file.path.endswith((".cpp", ".hpp")):
        if module not in MODULES:
            rule = f"native/{module} is no module; the modules are in scripts/lib/layers.toml"
            yield Problem(file.path, 0, rule)
            return
        for number, line in enumerate(file.text.splitlines(), 1):
            found = INCLUDE.match(line)
            rule = _include_rule(place, module, found[2]) if found else ""
            if rule:
                yield Problem(file.path, number, rule)


def _include_rule(place: str, module: str, header: str) -> str:
    """Return the rule that including `header` breaks, or an empty string."""
    target, inside, _ = header.partition("/")
    if target in MODULES and inside:
        if target != module and target not in MODULES[module]:
            allowed = ", ".join(sorted(MODULES[module])) or "no other module"
            return f"{module} may not include {target} (it may include {allowed})"
        if header == NATIVE["json_header"] and module in NATIVE["without_json"]:
            return f"{module} must not know JSON"
        return ""
    for library in TABLE["libraries"]:
        if header.startswith(tuple(library["headers"])):
            owners = library["places"]
            owned = place in owners or module in owners
            return "" if owned else f"<{header}>: {library['name']} belongs to {', '.join(owners)}"
    return ""


def _links(file: SourceFile) -> Iterator[Problem]:
    """Yield modules that a CMakeLists.txt links although its own may not include them."""
    for call in MODULE_CALL.finditer(file.text):
        line = file.text[: call.start()].count("\n") + 1
        section = ""
        for word in call["arguments"].split():
            section = word if word in KEYWORDS else section
            if section == "MODULES" != word and word not in MODULES.get(call["module"], [word]):
                yield Problem(file.path, line, f"{call['module']} may not link {word}")
