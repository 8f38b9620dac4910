"""The record as a kill left it: opened as the next start would, and folded here once more.

The fold is ours and not the store's, so that the two can disagree.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.arguments import GetProgressArguments
from core.engine import Engine
from core.errors import NotFound
from core.replies import ProgressReply
from core.serving import Call
from core.shape import Command, Shape

Event = dict[str, Any]


@dataclass
class Folded:
    """What the events say of the one learner.

    Attributes:
        open_session: started last and not ended.
        cut_off: the session that the next start found open, by its unit.
        not_resumed: sessions that should go on from one that was cut off, and do not say so.
        passed: checkpoints passed unaided, by unit.
        whole: units of which every checkpoint was passed unaided.
        attempts: tries that ended passed or failed, by unit.
    """

    open_session: str = ""
    open_unit: str = ""
    cut_off: dict[str, str] = field(default_factory=dict)
    not_resumed: list[str] = field(default_factory=list)
    passed: dict[str, set[str]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    attempts: dict[str, int] = field(default_factory=dict)
    decisions: int = 0


def fold(events: Sequence[Event]) -> Folded:
    """Replay the learner's events."""
    folded = Folded()
    for event in events:
        payload = event["payload"]
        if event["type"] == "session_started":
            _start(folded, payload)
        elif event["type"] == "session_ended":
            if payload["reason"] == "interrupted":
                folded.cut_off = {folded.open_unit: payload["session_id"]}
            folded.open_session = ""
        elif event["type"] == "assessment_evaluated":
            _count(folded, payload)
        elif event["type"] == "transition_decided":
            folded.decisions += 1
    return folded


def _count(folded: Folded, step: dict[str, Any]) -> None:
    unit_id = step["unit_id"]
    judged = [one for one in step["tries"] if one["outcome"] != "abandoned"]
    folded.attempts[unit_id] = folded.attempts.get(unit_id, 0) + len(judged)
    passed = folded.passed.setdefault(unit_id, set())
    passed.update(one["checkpoint_id"] for one in judged if one["own"])
    if step["unit_checkpoints"] and passed.issuperset(step["unit_checkpoints"]):
        folded.whole.add(unit_id)


def _start(folded: Folded, payload: dict[str, Any]) -> None:
    if payload["resumed_from"] != folded.cut_off.pop(payload["unit_id"], ""):
        folded.not_resumed.append(payload["session_id"])
    folded.open_session, folded.open_unit = payload["session_id"], payload["unit_id"]
    folded.cut_off.clear()


@dataclass(frozen=True)
class Opened:
    """What a start finds in the record.

    Attributes:
        notices: what was found wrong; empty when every seal and link verified.
        problem: why it cannot be written; empty when it can.
        progress: what the store's own projection says of the learner; None when it knows nobody.
    """

    notices: tuple[str, ...]
    problem: str
    events: list[Event]
    progress: ProgressReply | None

    def complaints(self) -> list[str]:
        """What is wrong with the record in itself."""
        wrong = [text for text in (*self.notices, self.problem) if text]
        if [event["sequence"] for event in self.events] != list(range(1, len(self.events) + 1)):
            wrong.append("the events are not numbered without a gap")
        folded = fold(self.events)
        wrong += [
            f"session {name} does not go on from the one before" for name in folded.not_resumed
        ]
        if folded.attempts and self.progress is None:
            wrong.append("the events name a learner whom the projection does not know")
        if self.progress is not None:
            wrong += _differences(folded, self.progress)
        return wrong


def open_record(folder: Path, learner: str) -> Opened:
    """Open the record, which reads and checks every seal and link, and close it again."""
    engine = Engine(folder, "none", _no_scene)
    try:
        with tempfile.TemporaryDirectory(prefix="malloc_vr_kill_") as scratch:
            exported = Path(scratch) / "events.jsonl"
            engine.export_events(exported)
            lines = exported.read_text(encoding="utf-8").splitlines()
        record = engine.status().record
        return Opened(
            tuple(notice.text for notice in record.notices),
            record.problem,
            [json.loads(line) for line in lines],
            _progress(engine, learner),
        )
    finally:
        engine.close()


def _progress(engine: Engine, learner: str) -> ProgressReply | None:
    try:
        return engine.call(GetProgressArguments(learner_id=learner))
    except NotFound:
        return None


def _differences(folded: Folded, progress: ProgressReply) -> list[str]:
    """Where the store's projection is not what replaying the events gives."""
    units = [unit for unit in progress.units if unit.attempts]
    pairs: dict[str, tuple[object, object]] = {
        "open session": (
            progress.resume.session_id if progress.resume else "",
            folded.open_session,
        ),
        "passed units": (set(progress.passed_units), folded.whole),
        "passed checkpoints": (
            {unit.unit_id: set(unit.own_passed_checkpoints) for unit in units},
            {
                unit_id: passed
                for unit_id, passed in folded.passed.items()
                if folded.attempts[unit_id]
            },
        ),
        "attempts": (
            {unit.unit_id: unit.attempts for unit in units},
            {unit_id: count for unit_id, count in folded.attempts.items() if count},
        ),
        "decisions": (len(progress.decisions), folded.decisions),
    }
    return [
        f"{name}: the projection says {says}, the events {events}"
        for name, (says, events) in pairs.items()
        if says != events
    ]


def _no_scene(command: Command, call: Call) -> Shape:
    raise RuntimeError(
        f"{command.NAME}, asked for by “{call.caller}”, needs a scene, and there is none here"
    )
