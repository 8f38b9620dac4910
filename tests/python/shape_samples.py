"""Shapes for tests: what a test does not name is empty, 0, false, or the first that it may be."""

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

_Kind = TypeVar("_Kind")


def sample(kind: type[_Kind], **members: Any) -> _Kind:
    """An instance of the dataclass `kind` with these members."""
    hints = get_type_hints(kind)
    missing = (
        one.name
        for one in fields(kind)  # type: ignore[arg-type]
        if one.name not in members and one.default is MISSING and one.default_factory is MISSING
    )
    return kind(**{name: _empty(hints[name]) for name in missing}, **members)


def _empty(hint: Any) -> Any:
    if type(None) in get_args(hint) or hint is Any:
        return None
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    if get_origin(hint) is Mapping or get_origin(hint) is dict:
        return {}
    if get_origin(hint) in (Sequence, tuple):
        return ()
    return sample(hint) if is_dataclass(hint) and isinstance(hint, type) else hint()
