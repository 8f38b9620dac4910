"""The arguments of the tools with the scope simulator:run. Made from their descriptions in native/tools.

Write it anew with `test_tools "[write-docs]"`; a test says when that is due.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from ..replies.simulator_run import (
    StartVrSimulationSessionReply,
    TrackLearnerInteractionReply,
)
from ..shape import Shape, ToolArguments


@dataclass(frozen=True, kw_only=True)
class ViewportSessionConfig(Shape):
    session_id: str | None = None
    learning_context: Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class StartVrSimulationSessionArguments(ToolArguments[StartVrSimulationSessionReply]):
    NAME: ClassVar[str] = "start_vr_simulation_session"

    session_config: ViewportSessionConfig


@dataclass(frozen=True, kw_only=True)
class TrackLearnerInteractionArguments(ToolArguments[TrackLearnerInteractionReply]):
    NAME: ClassVar[str] = "track_learner_interaction"

    session_id: str | None = None
    interaction_data: Any
