"""What an object is when a unit starts, beside where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import scene_shapes
from .file_json import FileObject


@dataclass(frozen=True)
class StartState:
    """One object's size, visibility and place in the outliner.

    Attributes:
        scale: Factors along the object's own axes; None leaves it.
        hide: Hidden by the eye in the outliner, which the learner can take back.
        hide_viewport: Switched off in viewports.
        hide_render: Switched off in renders.
        collections: Names of the scene's collections that hold it; "" is the scene's own. Empty
            leaves it where it is.
    """

    scale: tuple[float, float, float] | None = None
    hide: bool = False
    hide_viewport: bool = False
    hide_render: bool = False
    collections: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The form that is kept in the file."""
        values: dict[str, Any] = {
            "hide": self.hide,
            "hide_viewport": self.hide_viewport,
            "hide_render": self.hide_render,
            "collections": list(self.collections),
        }
        if self.scale is not None:
            values["scale"] = list(self.scale)
        return values


def read_start_states(fields: FileObject) -> dict[str, StartState]:
    """Read states by object name.

    Raises:
        BadArgument: One is malformed.
    """
    return {name: _read(fields.section(name, required=True)) for name in fields.members()}


def start_state(asked: scene_shapes.StartState) -> StartState:
    """Read the state that a client gives with a pose."""
    scale = tuple(asked.scale) if asked.scale is not None else None
    return StartState(
        scale=scale,  # type: ignore[arg-type]  # the tool checked the length
        hide=asked.hide,
        hide_viewport=asked.hide_viewport,
        hide_render=asked.hide_render,
        collections=tuple(asked.collections),
    )


def shape_of(state: StartState) -> scene_shapes.StartState:
    """The form in which a client gives a state."""
    return scene_shapes.StartState(**vars(state))


def start_states_to_json(states: Mapping[str, StartState]) -> dict[str, Any]:
    """The form that is kept in the file."""
    return {name: state.to_json() for name, state in states.items()}


def _read(fields: FileObject) -> StartState:
    return StartState(
        scale=fields.vector("scale", 3),  # type: ignore[arg-type]  # the reader checked the length
        hide=bool(fields.flag("hide")),
        hide_viewport=bool(fields.flag("hide_viewport")),
        hide_render=bool(fields.flag("hide_render")),
        collections=fields.texts("collections"),
    )
