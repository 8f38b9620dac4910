"""Limits of what a person types, as the tools publish them.

A text is cut where it is written: Blender's own `maxlen` counts bytes, and Blender 5 shows nothing of
a text in the file that is longer.
"""

from malloc_vr_native import LEARNER_ID_LIMIT_CHARS, UNIT_ID_LIMIT_CHARS

__all__ = [
    "LEARNER_ID_LIMIT_CHARS",
    "LESSON_TEXT_LIMIT_CHARS",
    "OBJECTIVE_LIMIT_CHARS",
    "TITLE_LIMIT_CHARS",
    "UNIT_ID_LIMIT_CHARS",
]

OBJECTIVE_LIMIT_CHARS = 512
"""As `objective_bounds` of native/tools/bounds.hpp."""

TITLE_LIMIT_CHARS = 128
"""Of a unit's title."""

LESSON_TEXT_LIMIT_CHARS = 256
"""Of what is said of a lesson: its title, author and licence."""
