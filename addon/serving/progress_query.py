"""Asking the record how far a learner is, without waiting for the answer."""

import logging
from collections.abc import Callable
from typing import Any

from ..core.engine import Engine
from ..core.errors import MallocVrError, NotFound

_log = logging.getLogger(__name__)


class ProgressQuery:
    """At most one question at a time for the same learner.

    Thread: main.
    """

    def __init__(self) -> None:
        """Nothing is asked yet."""
        self._asked_for = ""

    def ask(
        self, engine: Engine, learner: str, on_progress: Callable[[str, dict[str, Any]], None]
    ) -> bool:
        """Ask for the progress of `learner`; the pump or a call hands it to `on_progress`.

        A learner whom the record does not know has done nothing yet, and nothing is handed over.

        Returns:
            False while the answer to the same question is still to come; ask again then.
        """
        if self._asked_for == learner:
            return False
        self._asked_for = learner

        def on_result(progress: dict[str, Any]) -> None:
            self._note_answer(learner)
            on_progress(learner, progress)

        def on_refusal(error: MallocVrError) -> None:
            self._note_answer(learner)
            if not isinstance(error, NotFound):
                _log.warning("The progress of a learner cannot be read: %s", error)

        engine.post("get_learner_progress", {"learner_id": learner}, on_result, on_refusal)
        return True

    def _note_answer(self, learner: str) -> None:
        if self._asked_for == learner:  # else another one was asked for meanwhile
            self._asked_for = ""
