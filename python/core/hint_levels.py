"""Hints by their level: where to look, what to do there, how it is done.

A level without words is an empty text that keeps the place of those above it. Tools take no empty
text: in their arguments a blank stands for such a level.

Thread: any; values in, values out.
"""

from collections.abc import Iterable

NO_WORDS = " "
"""A level without words, as an argument of a tool."""


def by_level(listed: Iterable[str]) -> tuple[str, ...]:
    """The hints as a file keeps them: none above the last that has words."""
    hints = [text.strip() for text in listed]
    while hints and not hints[-1]:
        hints.pop()
    return tuple(hints)


def as_argument(hints: Iterable[str]) -> tuple[str, ...]:
    """The same hints as tools take them."""
    return tuple(text or NO_WORDS for text in by_level(hints))
