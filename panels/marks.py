"""What the marks beside texts mean, each one thing in all panels.

`X` means to put something away and stands on buttons only: beside a text it would be read as a
failure, as would a warning beside what went well.
"""

from ..core.author_view import NodeTruth

DONE = "CHECKMARK"
"""It is so, it is done, it went well."""

NOT_YET = "RADIOBUT_OFF"
"""It is not so now, which may be as it should be."""

FAILED = "CANCEL"
"""It was tried, and was not right."""

WARNING = "ERROR"  # Blender's name of its warning triangle
"""Something is in the way, or needs somebody."""

HINT = "INFO"
"""Worth knowing; nothing is wrong."""

UNKNOWN = "QUESTION"
"""It cannot be measured now."""

DISMISS = "X"
"""On a button: put this away."""

ENDED = "PANEL_CLOSE"
"""On a button: leave what runs."""


def truth_icon(truth: NodeTruth | None) -> str:
    """The mark of a goal or a part of it, as it stands now; of what is not judged, that it is unknown."""
    if truth is None:
        return UNKNOWN
    return DONE if truth.holds else NOT_YET
