"""The commands to the viewport and their replies. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from .shape import Command, Shape


@dataclass(frozen=True, kw_only=True)
class ViewportConfigured(Shape):
    viewport_configured: bool
    educational_objects_count: int
    assessment_triggers_count: int


@dataclass(frozen=True, kw_only=True)
class ConfigureViewport(Command):
    NAME: ClassVar[str] = "configure_viewport"

    session_id: str


@dataclass(frozen=True, kw_only=True)
class ViewportFeatures(Shape):
    samples: int
    watched_seconds: float
    movements: int
    path_efficiency: float | None = None
    rotation_efficiency: float | None = None
    rotation_arc_length: float | None = None
    rotation_smoothness: float | None = None
    rotation_jerk: float | None = None
    zoom_appropriateness: float | None = None
    well_framed_share: float | None = None
    revisit_entropy_nats: float | None = None
    dwell_seconds: Mapping[str, float]


@dataclass(frozen=True, kw_only=True)
class ObservedWork(Shape):
    operations: int
    undone: int
    selected_right: int
    selected_wrong: int


@dataclass(frozen=True, kw_only=True)
class ObservedViewport(Shape):
    session_id: str
    view: ViewportFeatures
    work: ObservedWork
    way_efficiency: float | None
    holding: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class ObserveViewport(Command):
    NAME: ClassVar[str] = "observe_viewport"

    session_id: str
