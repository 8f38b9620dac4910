"""Rules for the Python rooms of the add-on: who imports whom, no threads, panels only draw."""

import ast
import sys
from collections.abc import Iterator

from .doors import BLENDER_MODULES, EXCEPTIONS, NATIVE_MODULE, PYTHON, PythonRoom
from .files import Problem, SourceFile

PACKAGE = "malloc_vr"
THREADS = {"threading", "_thread", "concurrent", "multiprocessing"}


def python_problems(file: SourceFile) -> Iterator[Problem]:
    """Yield what a Python file of the add-on does that its room may not."""
    room = next((each for each in PYTHON if file.path.startswith(f"{each.folder}/")), None)
    inside = room is not None or file.path.startswith("python/")
    if not inside or not file.path.endswith(".py"):
        return
    try:
        tree = ast.parse(file.text or "")
    except SyntaxError as error:
        yield Problem(file.path, error.lineno or 0, f"does not parse: {error.msg}")
        return
    for node, module in _imports(file, room, tree):
        if module.split(".")[0] in THREADS:
            rule = f"import of {module}: the add-on has no Python threads"
            yield Problem(file.path, node.lineno, rule)
        elif room and not _allowed(file, room, module):
            where = room.folder
            yield Problem(file.path, node.lineno, f"{where} may not import {module}")
    if room and room.folder == "panels":
        yield from _operator_calls(file, tree)


def _imports(
    file: SourceFile, room: PythonRoom | None, tree: ast.AST
) -> Iterator[tuple[ast.stmt, str]]:
    """Yield each imported module, relative ones resolved as in the staged package."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node, node.module or ""
        elif isinstance(node, ast.ImportFrom) and room:
            base = _folder(file, room)[: -node.level + 1 or None]
            if node.module:
                yield node, ".".join([*base, node.module])
            else:  # `from . import x`: x is a module of the folder
                for alias in node.names:
                    yield node, ".".join([*base, alias.name])


def _folder(file: SourceFile, room: PythonRoom) -> list[str]:
    """Return the staged package's folder that the file is in, as parts of a module name."""
    parts = file.path.removeprefix(f"{room.folder}/").split("/")[:-1]
    return [PACKAGE, *([room.package] if room.package else []), *parts]


def _allowed(file: SourceFile, room: PythonRoom, module: str) -> bool:
    may = room.may | EXCEPTIONS.get(file.path, frozenset())
    first, _, rest = module.partition(".")
    if first == PACKAGE:
        return _home(rest) is room or any(_names(name, rest) for name in may)
    if first in BLENDER_MODULES:
        return "bpy" in may
    if first == NATIVE_MODULE:
        return NATIVE_MODULE in may
    return first in sys.stdlib_module_names


def _home(module: str) -> PythonRoom:
    """Return the room of a module of the staged package; what is no other's is the add-on's."""
    return next((each for each in PYTHON if module.split(".")[0] == each.package), PYTHON[-1])


def _names(allowed: str, module: str) -> bool:
    return module.startswith(allowed[:-1]) if allowed.endswith("*") else module == allowed


def _operator_calls(file: SourceFile, tree: ast.AST) -> Iterator[Problem]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Attribute)
            and node.attr == "ops"
            and isinstance(node.value, ast.Name)
            and node.value.id == "bpy"
        ):
            rule = "a panel draws; it names operators and never calls bpy.ops"
            yield Problem(file.path, node.lineno, rule)
