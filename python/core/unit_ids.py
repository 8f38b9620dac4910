"""Ids that make themselves: stable names for units, from what their author called them."""

import re
import unicodedata
from collections.abc import Collection

from .limits import UNIT_ID_LIMIT_CHARS

_FALLBACK = "unit"


def unit_id_for(title: str, taken: Collection[str]) -> str:
    """A new id: the title in small letters, numbered where another unit has it.

    "Die Tasse wählen" → "die_tasse_wahlen". Letters of other scripts stay as they are.
    """
    plain = unicodedata.normalize("NFKD", title)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    stem = re.sub(r"[\W_]+", "_", unicodedata.normalize("NFC", plain).lower()).strip("_")
    stem = stem[: UNIT_ID_LIMIT_CHARS - 8].strip("_") or _FALLBACK
    if stem not in taken:
        return stem
    return next(f"{stem}_{n}" for n in range(2, len(taken) + 3) if f"{stem}_{n}" not in taken)


def title_of_id(identifier: str) -> str:
    """Turn an identifier into words: "seat_the_gasket" → "Seat the gasket"."""
    text = identifier.replace("_", " ").replace("-", " ").strip()
    return text[:1].upper() + text[1:]
