"""Reading custom properties, which anybody may have written, by hand or by a script.

What is wrong costs its own value and nothing else: it is reported with its owner and its key, and
the default stands in for it.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .file_json import NAME_LIMIT_CHARS, TEXT_LIMIT_CHARS
from .said import say

JSON_LIMIT_CHARS = 1_000_000

JSON_DEPTH_LIMIT = 56
"""The native module takes 64 levels, and the replies that hold a lesson need some of them."""

_NUMBER_LIMIT = 1e300
_WHOLE_NUMBER_LIMIT = 2**63 - 1  # of the native module
_REMEMBERED_CHARS = 65_536  # in a text that is remembered as parsed; an honest one has less


@dataclass(frozen=True)
class FileValues:
    """The custom properties of one scene or object.

    Attributes:
        owner: Its name, for reports.
        properties: As Blender gives them.
        problems: Gets a sentence for each value that cannot be used.
    """

    owner: str
    properties: Mapping[str, Any]
    problems: list[str]

    def text(self, key: str, default: str = "") -> str:
        """A text; an empty one counts as missing."""
        return self._text(key, TEXT_LIMIT_CHARS) or default

    def name(self, key: str, default: str = "") -> str:
        """A short text on one line."""
        value = self._text(key, NAME_LIMIT_CHARS)
        if value.isprintable():
            return value or default
        self.report(key, say("holds characters that a name cannot have"))
        return default

    def choice(self, key: str, allowed: Sequence[str]) -> str:
        """One of `allowed`; the first if it is missing."""
        value = self.name(key, allowed[0])
        if value in allowed:
            return value
        self.report(key, say("is none of {allowed}", allowed=", ".join(allowed)))
        return allowed[0]

    def checked(self, key: str, default: str, check: Callable[[str], object]) -> str:
        """A name that `check` does not raise a ValueError at."""
        value = self.name(key, default)
        try:
            check(value)
        except ValueError as error:
            self.report(key, say("cannot be used: {problem}", problem=error.args[0]))
            return default
        return value

    def whole_number(self, key: str, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`; None if it is missing."""
        value = value_of(self.properties, key)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        self.report(key, say("is not a whole number from {low} to {high}", low=low, high=high))
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A JSON list of texts."""
        value = self._json(key, "[]")
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        if value is not None:
            self.report(key, say("is not a JSON list of texts"))
        return ()

    def mapping(self, key: str) -> dict[str, Any]:
        """A JSON object."""
        value = self._json(key, "{}")
        if isinstance(value, dict):
            return dict(value)  # what was parsed is shared by all who read the same text
        if value is not None:
            self.report(key, say("is not a JSON object"))
        return {}

    def text_mapping(self, key: str) -> dict[str, str]:
        """A JSON object of texts."""
        value = self.mapping(key)
        if all(isinstance(item, str) for item in value.values()):
            return value
        self.report(key, say("is not a JSON object of texts"))
        return {}

    def report(self, key: str, why: str) -> None:
        """Report a value that cannot be used."""
        self.problems.append(
            say("{owner}: the property {key} {why}.", owner=self.owner, key=key, why=why)
        )

    def _text(self, key: str, limit_chars: int) -> str:
        value = value_of(self.properties, key)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.report(key, say("is not a text"))
        elif not is_readable(value):
            self.report(key, say("is no UTF-8"))
        elif len(value) > limit_chars:
            self.report(key, say("has more than {limit} characters", limit=limit_chars))
        else:
            return value
        return ""

    def _json(self, key: str, default: str) -> object:
        """The value of a JSON text; None if it was reported."""
        value = value_of(self.properties, key, default)
        if not isinstance(value, str):
            self.report(key, say("is not a text that holds JSON"))
            return None
        try:
            return _parsed(value) if len(value) <= _REMEMBERED_CHARS else parse(value)
        except ValueError as error:
            self.report(key, say("cannot be used: {problem}", problem=error.args[0]))
            return None


def value_of(properties: Mapping[str, Any], key: str, default: object = None) -> Any:
    """Return a custom property, or `default` if there is none.

    Blender gives the bytes of a text that are no UTF-8 as lone surrogates; on Windows it raises
    instead, and one lone surrogate stands for the whole text.
    """
    try:
        return properties.get(key, default)
    except UnicodeDecodeError:
        return "\udcff"


def parse(text: str) -> object:
    """Read JSON that can go on to a client; null is none.

    Raises:
        ValueError: With the reason: no JSON, a member twice, a number that is not finite or beyond
            any measure, nested too deep, or too long.
    """
    if len(text) > JSON_LIMIT_CHARS:
        raise ValueError(say("it has more than {limit} characters", limit=JSON_LIMIT_CHARS))
    try:
        value = json.loads(text, parse_constant=_no_number, object_pairs_hook=_members)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    except json.JSONDecodeError as error:
        raise ValueError(
            say("it is not JSON, from character {place} on", place=error.pos + 1)
        ) from None
    require_plain(value)
    if value is None:
        raise ValueError(say("it is null"))
    return value


@lru_cache(maxsize=512)
def _parsed(text: str) -> object:
    """As `parse`: a lesson is read at each change of its file, and few of its texts change."""
    return parse(text)


def require_plain(value: object) -> None:
    """See that a JSON value is one that every reader takes.

    Raises:
        ValueError: As `parse`.
    """
    level: list[object] = [value]
    depth = 0
    while level:
        depth += any(isinstance(item, dict | list) for item in level)
        if depth > JSON_DEPTH_LIMIT:
            raise ValueError(_TOO_DEEP)
        for item in level:
            _require_plain_leaf(item)
        level = [inner for item in level for inner in _inside(item)]


def is_readable(text: str) -> bool:
    """Whether a text is valid Unicode, as other bytes are not in what `value_of` returns."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


_TOO_DEEP = say("it is nested deeper than {limit} levels", limit=JSON_DEPTH_LIMIT)


def _inside(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        yield from value
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def _require_plain_leaf(value: object) -> None:
    if isinstance(value, str) and not is_readable(value):
        raise ValueError(say("it holds a text that is not valid Unicode"))
    limit = _WHOLE_NUMBER_LIMIT if isinstance(value, int) else _NUMBER_LIMIT
    if isinstance(value, int | float) and not abs(value) <= limit:
        raise ValueError(say("it holds a number that is too large"))


def _no_number(name: str) -> object:
    raise ValueError(say("it holds {name}, which is no number of JSON", name=name))


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError(say("it has a member twice"))
    return members
