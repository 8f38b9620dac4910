"""The engine's English sentences as what they were made of, so that a person reads their language.

The record keeps sentences of years ago, and replies carry them to clients: both in English. For the
window each is compared with the templates that the engine knows; what fits none stays as it is. So
does what an author wrote, unless it is, word for word, what the engine would say.

Thread: any; the templates are read once.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from malloc_vr_native import message_templates

from .engine_texts import TEMPLATES
from .said import Said, say

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_LETTER = re.compile(r"[^\W\d_]")
_DEEPEST = 12
"""A decision says its reasons one in the other; more than this has none."""

_Form = tuple[str, re.Pattern[str]]


@lru_cache(maxsize=1024)
def _found(text: str) -> str:
    return _recognised(text, _DEEPEST) or text


def recognised(text: str) -> str:
    """The text as the program's own, if the engine made it; any other as it is."""
    return text if isinstance(text, Said) else _found(text)


def _recognised(text: str, depth: int) -> Said | None:
    if not depth or not text:
        return None
    worded, bare = _forms()
    whole = next(_composed(text, bare, depth - 1), None)
    if whole is not None:
        return whole
    for template, pattern in worded:
        found = pattern.fullmatch(text)
        if found is not None:
            inner = {
                name: _recognised(value, depth - 1) or value
                for name, value in found.groupdict().items()
            }
            return say(template, **inner)
    return None


def _composed(text: str, bare: Sequence[str], depth: int) -> Iterator[Said]:
    """Of templates without a word of their own, those whose every part is recognised."""
    for template in bare:
        before, first, between, *rest = re.split(_PLACEHOLDER, template)
        second, after = rest if rest else ("", between)
        if not (text.startswith(before) and text.endswith(after)):
            continue
        inside = text[len(before) : len(text) - len(after)]
        for parts in _splits(inside, between) if second else [(inside,)]:
            said = [_recognised(part, depth) for part in parts]
            if None not in said:
                yield say(template, **dict(zip((first, second), said, strict=False)))


def _splits(text: str, separator: str) -> Iterator[tuple[str, str]]:
    for found in re.finditer(re.escape(separator), text):
        yield text[: found.start()], text[found.end() :]


@cache
def _forms() -> tuple[list[_Form], list[str]]:
    """Templates with words, those with more of them first; and those of one or two parts alone.

    The latter are asked first, those of two parts before those of one: a name takes any text, and
    would take a clause too.
    """
    every = {*message_templates().values(), *TEMPLATES}
    letters = {one: len(_LETTER.findall(_PLACEHOLDER.sub("", one))) for one in every}
    worded = sorted((one for one in every if letters[one]), key=lambda one: (-letters[one], one))
    bare = [one for one in every if not letters[one] and len(_PLACEHOLDER.findall(one)) <= 2]
    bare.sort(key=lambda one: (-one.count("{"), -len(one), one))
    return [(one, _pattern(one)) for one in worded], bare


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(_PLACEHOLDER, template)
    named = (
        f"(?P<{part}>.+?)" if place % 2 else re.escape(part) for place, part in enumerate(parts)
    )
    return re.compile("".join(named), re.DOTALL)
