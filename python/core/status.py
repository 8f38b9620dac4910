"""What the native engine says about itself, and what it means for a person.

The members stand in `status_shapes`, made from `native/host/engine_status.hpp`, which says what they are.
"""

from dataclasses import dataclass, field

from . import status_shapes
from .recognised import recognised
from .said import Said, say, say_count
from .status_shapes import EventCount, Notice, ServerStatus

__all__ = ["EventCount", "Notice", "RecordStatus", "ServerStatus", "Status"]


@dataclass(frozen=True, kw_only=True)
class RecordStatus(status_shapes.RecordStatus):
    """The sealed record of learning."""

    @property
    def is_settled(self) -> bool:
        """Whether it has been opened, or is known not to open."""
        return self.state not in {"closed", "opening"}

    @property
    def trouble(self) -> tuple[str, ...]:
        """What a person must know while work is not kept: why, how much, what to do; else empty."""
        if self.state == "memory" or self.memory_only:
            kept = self._only_in_memory()
            lost = say("What is still in memory when Blender ends is lost.")
            return tuple(text for text in (self.problem, kept, self.remedy, lost) if text)
        if self.state == "spill":
            kept = say(
                "What you do is kept on this computer all the same, and joined to the record "
                "when the other program ends. What was learned before cannot be seen until then."
            )
            return tuple(text for text in (self.problem, kept) if text)
        if self.state == "read_only":
            kept = say("You can look, but nothing that is done now is kept.")
            return tuple(text for text in (self.problem, kept, self.remedy) if text)
        return tuple(text for text in (self.problem, self.remedy, *self.undeleted) if text)

    @property
    def undeleted(self) -> tuple[str, ...]:
        """That movements which were to be deleted are still there, why, and what to do; else empty."""
        if not self.undeleted_traces:
            return ()
        return (
            say(
                "Movements that are to be deleted are still on this disk: {why}.",
                why=recognised(self.undeleted_traces),
            ),
            say("Free some space, close what else has them open, or make the folder writable."),
            say("It is tried again every few seconds, and whenever the record is opened."),
        )

    def _only_in_memory(self) -> Said:
        if not self.memory_only:
            return say("You can go on, but work is only in memory now.")
        return say_count(
            self.memory_only,
            "You can go on, but work is only in memory now: 1 event is not on a disk.",
            "You can go on, but work is only in memory now: {count} events are not on a disk.",
        )


@dataclass(frozen=True, kw_only=True)
class Status(status_shapes.Status):
    """Server, record and the queue to the main thread."""

    server: ServerStatus = field(default_factory=ServerStatus)
    record: RecordStatus = field(default_factory=RecordStatus)
