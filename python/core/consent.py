"""What a learner is asked before raw traces of the movement are kept, and what was answered.

The text has a version: the record keeps which one was read. A change of what it says is a new version.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from .said import say, template

PURPOSE: Final = "viewport_traces"

TEXT_VERSION = 1

QUESTION = template("May your movements be kept?")

SENTENCES = (
    say("With your yes, Blender keeps how you turn the view and move the parts while a unit runs."),
    say("It is for replay: you and your instructor can see later how you did it."),
    say("It stays on this computer, sealed, 20 MB at most. Nothing is sent anywhere."),
    say("Your results are the same with a no. You can change your answer at any time."),
)

ALWAYS_KEPT = say(
    "Kept of your work: what you tried, when, with which hints, and figures such as how long each "
    "part was in the picture."
)


class Recording(Enum):
    """Whether the movements of the unit that runs are being kept."""

    OFF = "off"
    ON = "on"
    PAUSED = "paused"


@dataclass(frozen=True)
class ConsentView:
    """What a learner answered last.

    Attributes:
        learner: Whose answer it is; "" before the record was asked.
        since: Timestamp of the answer; "" while there is none.
    """

    learner: str = ""
    answered: bool = False
    given: bool = False
    since: str = ""
