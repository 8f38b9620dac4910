"""What crosses to the native side and back as a dataclass.

The native side writes and reads by the same descriptions, so nothing is checked here a second time.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any, ClassVar, Generic, TypeVar

from malloc_vr_native import register_dataclass

Reply = TypeVar("Reply")


@dataclass(frozen=True, kw_only=True)
class Shape:
    """Values by the names that they have on the wire."""

    def __init_subclass__(cls) -> None:
        """Have the native side make this class where it hands over the struct of that name."""
        super().__init_subclass__()
        register_dataclass(cls)

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


@dataclass(frozen=True, kw_only=True)
class ToolArguments(Shape, Generic[Reply]):
    """What a tool is called with, and by its type what the tool replies."""

    NAME: ClassVar[str]


def _to_json(value: Any) -> Any:
    if isinstance(value, Shape):
        return value.to_json()
    if isinstance(value, Mapping):
        return {name: _to_json(each) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_to_json(each) for each in value]
    return value
