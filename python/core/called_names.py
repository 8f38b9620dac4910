"""Names of objects as people say them: Blender numbers copies, as in `Cup.001`, and nobody says that."""

import re
from collections.abc import Iterable, Mapping

from .said import Said

_NUMBER = re.compile(r"\.\d{3,}$")


def without_number(name: str) -> str:
    """The name without the number that Blender gave a copy."""
    return _NUMBER.sub("", name) or name


def called_names(names: Iterable[str]) -> Mapping[str, str]:
    """What each numbered name is called, where no other of these names would be called the same."""
    every = list(names)
    called = [without_number(name) for name in every]
    return {
        name: short
        for name, short in zip(every, called, strict=True)
        if short != name and called.count(short) == 1
    }


def as_called(text: str, names: Mapping[str, str]) -> str:
    """A text with `names` as they are called, in whatever language it is read."""

    def renamed(whole: str) -> str:
        for name in sorted(names, key=len, reverse=True):
            whole = whole.replace(name, names[name])
        return whole

    if isinstance(text, Said):
        render = text.render
        return Said(renamed(text), lambda translate: renamed(render(translate)))
    return renamed(text)
