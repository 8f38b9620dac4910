"""What crosses to the native side and back as a dataclass.

The native side writes and reads by the same descriptions, so nothing is checked here a second time.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, Self, get_args, get_origin, get_type_hints

from malloc_vr_native import register_dataclass


@dataclass(frozen=True, kw_only=True)
class Shape:
    """Values by the names that they have on the wire."""

    def __init_subclass__(cls) -> None:
        """Have the native side make this class where it hands over the struct of that name."""
        super().__init_subclass__()
        register_dataclass(cls)

    @classmethod
    def from_json(cls, json: Mapping[str, Any]) -> Self:
        """Read what the native side wrote; members that are not known are passed over."""
        readers = _readers(cls)  # type: ignore[arg-type]  # a class has a hash
        return cls(**{name: readers[name](json[name]) for name in readers if name in json})

    def to_json(self) -> dict[str, Any]:
        """The form that the native side reads; what may be missing and is None is left out."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        may_miss = {one.name for one in fields(self) if one.default is None}
        return {
            name: _to_json(value)
            for name, value in values.items()
            if value is not None or name not in may_miss
        }


@dataclass(frozen=True, kw_only=True)
class Command(Shape):
    """What the scene is asked to do."""

    NAME: ClassVar[str]


def _to_json(value: Any) -> Any:
    if isinstance(value, Shape):
        return value.to_json()
    if isinstance(value, Mapping):
        return {name: _to_json(each) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_to_json(each) for each in value]
    return value


@cache
def _readers(cls: type[Shape]) -> dict[str, Callable[[Any], Any]]:
    hints = get_type_hints(cls)
    return {one.name: _reader(hints[one.name]) for one in fields(cls)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    """How a value of an annotated type is read."""
    if isinstance(hint, type) and issubclass(hint, Shape):
        return hint.from_json
    parts = get_args(hint)
    if get_origin(hint) is Sequence:
        each = _reader(parts[0])
        return lambda items: tuple(each(item) for item in items)
    if get_origin(hint) is Mapping and parts[1] is not Any:
        of_name = _reader(parts[1])
        return lambda members: {name: of_name(value) for name, value in members.items()}
    if type(None) in parts:
        known = _reader(parts[0])
        return lambda value: None if value is None else known(value)
    return lambda value: value
