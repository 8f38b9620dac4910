"""Names in Blender and names of lesson files: what fits, and what is rejected."""

from collections.abc import Mapping, Sequence

from .errors import MallocVrError, rejection
from .said import say

BLENDER_NAME_LIMIT_BYTES = 63
"""Of UTF-8, up to Blender 4.5 (MAX_ID_NAME - 2 - 1); 5.0 allows more, but its files are to open
in older ones."""

TOOL_NAME_LIMIT_CHARS = 100
"""Of the name of a lesson file, as the schemas of the tools limit it."""

FILE_NAME_LIMIT_BYTES = 120
"""Of UTF-8: below the 255 of common file systems, with space for suffixes of backup copies."""

TRIGGER_PREFIX = "assessment_trigger_"

_SUFFIX = ".blend"
_FORBIDDEN_CHARACTERS = '/\\:*?"<>|'  # separators, and what Windows rejects
_DEVICE_NAMES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)


def fit_blender_name(text: str) -> str:
    """Shorten a text to what Blender can hold as a name, never inside a character."""
    return text.encode()[:BLENDER_NAME_LIMIT_BYTES].decode(errors="ignore")


def require_one_line(text: str, path: str) -> str:
    """The text, which Blender and its panels show on one line.

    Raises:
        BadArgument: It holds control characters.
    """
    if any(ord(character) < 32 or ord(character) == 127 for character in text):
        raise rejection(
            "VALIDATION_ERROR", say("{path} must not hold control characters.", path=path), path
        )
    return text


def require_storable(value: object, path: str = "") -> None:
    """Reject what Blender would cut short: texts with a zero byte, anywhere in JSON.

    Raises:
        BadArgument: There is one; its field says where.
    """
    if isinstance(value, str) and "\0" in value:
        raise rejection(
            "VALIDATION_ERROR",
            say("{path} holds characters that Blender cannot keep.", path=path),
            path,
        )
    if isinstance(value, Mapping):
        for name, each in value.items():
            require_storable(each, f"{path}.{name}" if path else name)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        for index, each in enumerate(value):
            require_storable(each, f"{path}[{index}]")


def trigger_object_name(learning_objective: str) -> str:
    """Name of the object that assesses an objective; Blender appends a number if it is taken."""
    return fit_blender_name(TRIGGER_PREFIX + learning_objective)


def lesson_file_name(wanted: str) -> str:
    """Check the name of a lesson file and give it its suffix.

    Raises:
        BadArgument: The name could leave its folder, hide there or not exist on every system.
    """
    stem = wanted[: -len(_SUFFIX)] if wanted.lower().endswith(_SUFFIX) else wanted
    if not stem.strip(" ."):
        raise _rejected(say("must not be empty"))
    if stem.startswith("."):
        raise _rejected(say("must not begin with a dot"))
    if stem != stem.strip() or stem.endswith("."):
        raise _rejected(say("must not begin or end with a blank, nor end with a dot"))
    if ".." in stem or any(character in _FORBIDDEN_CHARACTERS for character in stem):
        raise _rejected(say("must be a plain name, without folders"))
    if not stem.isprintable():
        raise _rejected(say("must not hold control characters"))
    if stem.split(".")[0].lower() in _DEVICE_NAMES:
        raise _rejected(say("is the name of a device on Windows"))
    if len(stem.encode(errors="surrogatepass")) > FILE_NAME_LIMIT_BYTES:
        raise _rejected(
            say(
                "must have at most {limit} bytes",
                limit=FILE_NAME_LIMIT_BYTES,
            )
        )
    return stem + _SUFFIX


def _rejected(why: str) -> MallocVrError:
    return rejection(
        "VALIDATION_ERROR",
        say("file_name {why}.", why=why),
        "file_name",
        "Give a plain name such as bolted_flange.",
    )
