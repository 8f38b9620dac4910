"""Every rejection that a caller can meet, as one family of exceptions.

The classes are made by the native module, so that a rejection has the same class whichever side of
the boundary it began on. All carry `code`, `message`, `field` and `remedy`.
"""

from collections.abc import Mapping

from malloc_vr_native import (
    BadArgument,
    Busy,
    Conflict,
    LimitExceeded,
    Locked,
    MallocVrError,
    NotFound,
    ShuttingDown,
    StorageUnavailable,
    Tampered,
    Unsupported,
)

from .said import Said, joined, shaped

__all__ = [
    "USER_ERRORS",
    "BadArgument",
    "Busy",
    "Conflict",
    "LimitExceeded",
    "Locked",
    "MallocVrError",
    "NotFound",
    "ShuttingDown",
    "StorageUnavailable",
    "Tampered",
    "Unsupported",
    "rejection",
    "sentence",
    "to_sentence",
]

_CLASS_OF_CODE: Mapping[str, type[MallocVrError]] = {
    kind.code: kind for kind in MallocVrError.__subclasses__()
}

USER_ERRORS: tuple[type[MallocVrError], ...] = tuple(
    kind for kind in MallocVrError.__subclasses__() if kind.is_user_error
)
"""Errors that the person can mend by doing something else; all others are breakage."""


def rejection(code: str, message: str, field: str = "", remedy: str = "") -> MallocVrError:
    """Make the exception that belongs to `code`; an unknown code gives the base class.

    Args:
        message: What is wrong: a literal, or what `say` made.
        remedy: What to do about it, likewise.
    """
    return _CLASS_OF_CODE.get(code, MallocVrError)(_said(message), field, _said(remedy))


def sentence(error: MallocVrError) -> str:
    """Say in one line what is wrong and what to do about it."""
    return joined((to_sentence(error.message), to_sentence(error.remedy)))


def to_sentence(text: str) -> str:
    """Give a text the capital and the full stop of a sentence; empty stays empty."""
    return shaped(_with_stop, text) if isinstance(text, Said) else _with_stop(text)


def _said(text: str) -> Said:
    return text if isinstance(text, Said) else Said(text)


def _with_stop(text: str) -> str:
    text = text.strip()
    if not text:
        return ""
    stop = "" if text[-1] in ".!?" else "."
    return text[0].upper() + text[1:] + stop
