"""Building a command from its JSON, as tests write it down; the native side does it for clients."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_origin, get_type_hints


def shape_of(kind: type, members: Mapping[str, Any]) -> Any:
    """An instance of the dataclass `kind`, with all that it holds."""
    hints = get_type_hints(kind)
    known = [one.name for one in fields(kind) if one.name in members]
    return kind(**{name: _value(hints[name], members[name]) for name in known})


def _value(hint: Any, value: Any) -> Any:
    parts = get_args(hint)
    if value is not None and type(None) in parts:
        return _value(parts[0], value)
    if isinstance(hint, type) and is_dataclass(hint):
        return shape_of(hint, value)
    if get_origin(hint) is Sequence:
        return tuple(_value(parts[0], item) for item in value)
    if get_origin(hint) is Mapping and parts[1] is not Any:
        return {name: _value(parts[1], each) for name, each in value.items()}
    return value
