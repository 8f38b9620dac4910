"""What the add-on's Python says to a person, read from its source, with the places where it stands.

Two questions are answered of each module. Which literals reach a translator: those that stand where
`say` and its like take a template, where Blender looks a text up by itself (labels, descriptions,
items, `text=` of a layout), or where a rejection is made. And which literals read like something
that is said and do not reach one, which is a fault.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
FOLDERS = ("panels", "operators", "addon", "python/core")

TEMPLATES = {"say": 1, "translated": 1, "template": 1, "say_count": 3, "counted": 3}
"""Functions of which so many positional arguments hold templates at most."""

_LAYOUT = frozenset(("text", "heading", "placeholder", "confirm_text"))
_PROPERTY = re.compile(r"(Bool|Int|Float|String|Enum|Pointer|Collection)(Vector)?Property$")
_FAULTS = frozenset(("ValueError", "TypeError", "RuntimeError", "AssertionError", "KeyError"))
_LOGGED = frozenset(("debug", "info", "warning", "error", "exception"))
_NEVER_READ = frozenset(("__all__", "STYLE"))  # names that may be imported, and a style sheet
_LABELS = frozenset(("bl_label", "bl_description"))

_PROSE = re.compile(r"[A-Za-z]{2,}[,;:.]? [a-z“]|^[A-Z][a-z]+( [A-Z]\w*)*$|^[A-Z].*[.…]$")
"""Words in a row, words in Title Case, or a sentence: what a person reads."""


@dataclass(frozen=True, order=True)
class Spoken:
    """A text, and a place where it is said."""

    place: str
    text: str


@cache
def modules() -> tuple["Module", ...]:
    """Every module that can say something, read once."""
    return tuple(map(Module, _sources()))


def _sources() -> Iterator[Path]:
    """All but the translations, which nobody says by themselves."""
    for folder in FOLDERS:
        for path in sorted((REPO / folder).rglob("*.py")):
            if "translations" not in path.parts:
                yield path


class Module:
    """The texts of one module.

    Attributes:
        spoken: What reaches a translator.
        unspoken: What reads as if it were said, and does not.
    """

    def __init__(self, path: Path, root: Path = REPO) -> None:
        self._name = path.relative_to(root).as_posix()
        self._tree = ast.parse(path.read_text(encoding="utf-8"))
        self._spoken_nodes: dict[int, ast.Constant] = {}
        self._silent_nodes: set[int] = set()
        for node in ast.walk(self._tree):
            self._look_at(node)
        self.spoken = [self._made(node) for node in self._spoken_nodes.values()]
        self.unspoken = list(self._unspoken())

    def _made(self, node: ast.Constant) -> Spoken:
        return Spoken(f"{self._name}:{node.lineno}", str(node.value))

    def _look_at(self, node: ast.AST) -> None:
        if isinstance(node, ast.Call):
            self._look_at_call(node, _name_of(node.func))
        elif isinstance(node, ast.ClassDef):
            self._look_at_class(node)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            self._silent_nodes.add(id(node.value))  # a docstring
        elif isinstance(node, ast.Compare | ast.Subscript | ast.MatchValue | ast.Import):
            self._keep_silent(node)
        elif isinstance(node, ast.Dict):
            for key in node.keys:
                if key is not None:
                    self._keep_silent(key)
        elif isinstance(node, ast.Assign) and _is_never_read(node):
            self._keep_silent(node.value)

    def _look_at_call(self, call: ast.Call, name: str) -> None:
        if name in TEMPLATES:
            self._speak(*call.args[: TEMPLATES[name]])
        elif name in ("rejection", "Rejected"):
            self._speak(*call.args[name == "rejection" : 2], *call.args[3:4])
            self._speak(*(one.value for one in call.keywords if one.arg == "remedy"))
        elif name == "Said" or name == "push":
            self._speak(*call.args[:1])
        elif _PROPERTY.search(name):
            self._look_at_property(call)
        elif name in _FAULTS or name == "framed" or (name in _LOGGED and _is_logger(call)):
            self._keep_silent(call)
        else:
            self._speak(*(one.value for one in call.keywords if one.arg in _LAYOUT))

    def _look_at_property(self, call: ast.Call) -> None:
        for one in call.keywords:
            if one.arg in ("name", "description"):
                self._speak(one.value)
            elif one.arg == "items":
                self._look_at_items(one.value)

    def _look_at_items(self, items: ast.AST) -> None:
        for item in ast.walk(items):
            if isinstance(item, ast.Tuple) and 3 <= len(item.elts) <= 5:
                self._speak(*item.elts[1:3])
            elif isinstance(item, ast.Name):
                self._look_at_items_of(item.id)

    def _look_at_items_of(self, name: str) -> None:
        for node in self._tree.body:
            targets = node.targets if isinstance(node, ast.Assign) else []
            if any(isinstance(one, ast.Name) and one.id == name for one in targets):
                self._look_at_items(node.value)  # type: ignore[attr-defined]

    def _look_at_class(self, node: ast.ClassDef) -> None:
        names = {}
        for item in node.body:
            if isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name):
                names[item.targets[0].id] = item.value
        self._speak(*(value for name, value in names.items() if name in _LABELS))
        is_operator = "_OT_" in node.name
        first = node.body[0]
        if is_operator and "bl_description" not in names and isinstance(first, ast.Expr):
            self._speak(first.value)
        for name, value in names.items():
            if name.startswith("bl_") and name not in _LABELS:
                self._keep_silent(value)

    def _speak(self, *nodes: ast.AST) -> None:
        for node in nodes:
            for one in _values(node):
                if isinstance(one, ast.Constant) and re.search("[A-Za-z]", _text_of(one)):
                    self._spoken_nodes[id(one)] = one

    def _keep_silent(self, node: ast.AST) -> None:
        self._silent_nodes |= {id(one) for one in ast.walk(node)}

    def _unspoken(self) -> Iterator[Spoken]:
        inside = {
            id(part)
            for node in ast.walk(self._tree)
            if isinstance(node, ast.JoinedStr)
            for part in ast.walk(node)
            if part is not node
        }
        for node in ast.walk(self._tree):
            if id(node) in self._silent_nodes | inside | self._spoken_nodes.keys():
                continue
            text = _text_of(node)
            if text and _PROSE.search(text):
                yield Spoken(f"{self._name}:{node.lineno}", text)  # type: ignore[attr-defined]


def _values(node: ast.AST) -> Iterator[ast.AST]:
    """What an expression can come to: the branches of a choice, the constant itself."""
    if isinstance(node, ast.IfExp):
        yield from _values(node.body)
        yield from _values(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for one in node.values:
            yield from _values(one)
    else:
        yield node


def _text_of(node: ast.AST) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (one.value if isinstance(one, ast.Constant) else "x" for one in node.values)
        return "".join(map(str, parts))
    return ""


def _name_of(function: ast.AST) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _is_logger(call: ast.Call) -> bool:
    function = call.func
    return isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "_log"


def _is_never_read(node: ast.Assign) -> bool:
    return isinstance(node.targets[0], ast.Name) and node.targets[0].id in _NEVER_READ
