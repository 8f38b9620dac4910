"""What its giver says of a lesson: title, author, licence and languages."""

import re
from dataclasses import dataclass
from typing import Any

from .errors import BadArgument
from .file_json import FileObject
from .said import template

OWN_LICENCE = "OTHER"

LICENCES = (
    ("CC-BY-4.0", "CC BY 4.0", template("Others may use and change it, and name you")),
    (
        "CC-BY-SA-4.0",
        "CC BY-SA 4.0",
        template("As CC BY, and what they make of it has this licence too"),
    ),
    ("CC-BY-NC-4.0", "CC BY-NC 4.0", template("As CC BY, but not for money")),
    ("CC0-1.0", "CC0 1.0", template("Anybody may do anything with it")),
    (
        "LicenseRef-All-Rights-Reserved",
        template("All Rights Reserved"),
        template("Others ask you first"),
    ),
    (OWN_LICENCE, template("Other"), template("Name another licence")),
)
"""By their SPDX identifiers (https://spdx.org/licenses/), with a name and what it means."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*\Z")
"""As in BCP 47, or as Blender spells it (pt_BR)."""


@dataclass(frozen=True)
class LessonDetails:
    """As they stand in the file.

    Attributes:
        licence: An SPDX identifier, or whatever its giver wrote.
        languages: Of the texts, by their codes, such as "en".
    """

    title: str = ""
    author: str = ""
    licence: str = LICENCES[0][0]
    languages: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The form that is kept in the file."""
        return {
            "title": self.title,
            "author": self.author,
            "licence": self.licence,
            "languages": list(self.languages),
        }

    @property
    def known_licence(self) -> str:
        """Which of `LICENCES` it is; `OWN_LICENCE` for another one."""
        known = [identifier for identifier, *_ in LICENCES]
        return self.licence if self.licence in known else OWN_LICENCE


def read_details(values: dict[str, Any]) -> LessonDetails:
    """Read what stands in the file; what was broken by hand counts as missing."""
    fields = FileObject(values)

    def name(key: str) -> str:
        try:
            return fields.name(key)
        except BadArgument:
            return ""

    try:
        languages = fields.texts("languages")
    except BadArgument:
        languages = ()
    return LessonDetails(
        title=name("title"),
        author=name("author"),
        licence=name("licence") if "licence" in values else LICENCES[0][0],
        languages=tuple(filter(_LANGUAGE.match, languages)),
    )


def languages_of(text: str) -> tuple[str, ...]:
    """The codes in a text such as "en, de", each once; what is no code is left out."""
    codes = re.split(r"[\s,;]+", text.strip())
    return tuple(dict.fromkeys(code for code in codes if _LANGUAGE.match(code)))
