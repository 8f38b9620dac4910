"""Reading the JSON that a file keeps, so that what an edit broke in it is reported by its path."""

import json
import math
from collections.abc import Collection, Mapping
from typing import Any

from .errors import MallocVrError, rejection
from .said import joined, say

TEXT_LIMIT_CHARS = 20_000
NAME_LIMIT_CHARS = 256


class FileObject:
    """One JSON object that a file keeps. All readers raise BadArgument."""

    def __init__(self, values: Mapping[str, Any], path: str = "") -> None:
        """Wrap `values`, which stand at `path`."""
        self._values = values
        self._path = path

    def path(self, key: str) -> str:
        """JSON path of a member."""
        return f"{self._path}.{key}" if self._path else key

    def members(self) -> Collection[str]:
        """Names of the members."""
        return self._values.keys()

    def section(self, key: str, *, required: bool = False) -> "FileObject":
        """A member that is an object; an empty one if it is missing and not required."""
        return FileObject(self.mapping(key, required=required), self.path(key))

    def mapping(self, key: str, *, required: bool = False) -> dict[str, Any]:
        """A member that is a JSON object, as it stands."""
        value = self._take(key, required)
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise self.wrong(key, say("must be an object"))
        return dict(value)

    def name(self, key: str, *, required: bool = False) -> str:
        """A short text on one line; "" if it is missing and not required."""
        value = self.text(key, required=required)
        if required and not value.strip():
            raise self.wrong(key, say("must not be empty"))
        if len(value) > NAME_LIMIT_CHARS:
            raise self.wrong(
                key,
                say(
                    "must have at most {limit} characters",
                    limit=NAME_LIMIT_CHARS,
                ),
            )
        if any(ord(character) < 32 or ord(character) == 127 for character in value):
            raise self.wrong(key, say("must not hold control characters"))
        return value

    def text(self, key: str, *, required: bool = False) -> str:
        """A text; "" if it is missing and not required."""
        value = self._take(key, required)
        return "" if value is None else self._checked_text(value, self.path(key))

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of texts."""
        value = self._take(key, required)
        if value is None:
            return ()
        if not isinstance(value, list | tuple):
            raise self.wrong(key, say("must be a list of texts"))
        return tuple(
            self._checked_text(item, f"{self.path(key)}[{index}]")
            for index, item in enumerate(value)
        )

    def flag(self, key: str) -> bool | None:
        """True, False, or None if it is missing."""
        value = self._take(key, required=False)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(key, say("must be true or false"))
        return value

    def vector(self, key: str, *lengths: int) -> tuple[float, ...] | None:
        """A list of so many finite numbers, or None if it is missing."""
        value = self._take(key, required=False)
        if value is None:
            return None
        is_list = isinstance(value, list | tuple) and len(value) in lengths
        if not is_list or not all(_is_number(item) for item in value):
            counts = joined(lengths, " / ")
            raise self.wrong(key, say("must be a list of {counts} finite numbers", counts=counts))
        return tuple(float(item) for item in value)

    def number(self, key: str) -> float | None:
        """A finite number, or None if it is missing."""
        value = self._take(key, required=False)
        if value is None:
            return None
        if not _is_number(value):
            raise self.wrong(key, say("must be a finite number"))
        return float(value)

    def wrong(self, key: str, why: str) -> MallocVrError:
        """The rejection that says what is wrong with a member."""
        return rejection(
            "VALIDATION_ERROR", say("{path} {why}.", path=self.path(key), why=why), self.path(key)
        )

    def _take(self, key: str, required: bool) -> Any:
        value = self._values.get(key)
        if value is None and required:
            raise rejection(
                "VALIDATION_ERROR", say("{path} is missing.", path=self.path(key)), self.path(key)
            )
        return value

    @staticmethod
    def _checked_text(value: Any, path: str) -> str:
        if not isinstance(value, str):
            raise rejection("VALIDATION_ERROR", say("{path} must be a text.", path=path), path)
        if len(value) > TEXT_LIMIT_CHARS:
            message = say(
                "{path} must have at most {limit} characters.",
                path=path,
                limit=TEXT_LIMIT_CHARS,
            )
            raise rejection("VALIDATION_ERROR", message, path)
        if "\0" in value or not _is_encodable(value):
            message = say("{path} holds characters that Blender cannot keep.", path=path)
            raise rejection("VALIDATION_ERROR", message, path)
        return value


def json_text(value: object, path: str) -> str:
    """Write a value as JSON for a custom property; umlauts stay readable.

    Raises:
        BadArgument: A number is not finite, or a text is not valid Unicode.
    """
    try:
        text = json.dumps(value, allow_nan=False, ensure_ascii=False)
        text.encode()
    except (ValueError, TypeError, RecursionError) as error:
        raise rejection(
            "VALIDATION_ERROR", say("{path} cannot be kept: {error}.", path=path, error=error), path
        ) from error
    return text


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return math.isfinite(value) and abs(value) < 1e30  # Blender keeps single precision


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
