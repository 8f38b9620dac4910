"""What its giver says of the lesson, as properties of its first unit's scene.

Typed in a panel, each is one step for Undo, as every property of a scene. They are drawn from what
stands in the file, and nothing is kept beside it.

Thread: main.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import bpy

from .. import upkeep
from ..core import keys, limits
from ..core.file_json import json_text
from ..core.file_values import FileValues
from ..core.lesson_details import (
    LICENCES,
    OWN_LICENCE,
    LessonDetails,
    languages_of,
    read_details,
)
from ..core.said import template

TITLE = "malloc_vr_lesson_title"
AUTHOR = "malloc_vr_lesson_author"
LICENCE = "malloc_vr_lesson_licence"
OWN = "malloc_vr_lesson_own_licence"
LANGUAGES = "malloc_vr_lesson_languages"


def read(scene: bpy.types.Scene) -> LessonDetails:
    """What a scene says of its lesson."""
    return read_details(FileValues("", scene, []).mapping(keys.LESSON))


def write(scene: bpy.types.Scene, details: LessonDetails) -> None:
    """Keep it in the file."""
    scene[keys.LESSON] = json_text(details.to_json(), keys.LESSON)


def _text(name: str, description: str, member: str, shown: Callable[[Any], str] = str) -> Any:
    def write_text(scene: bpy.types.Scene, value: str) -> None:
        is_list = member == "languages"
        given: Any = languages_of(value) if is_list else " ".join(value.split())
        if not is_list:
            given = given[: limits.LESSON_TEXT_LIMIT_CHARS]
        write(scene, replace(read(scene), **{member: given}))
        upkeep.mark_authored(may_wait=True)

    return bpy.props.StringProperty(
        name=name,
        description=description,
        get=lambda scene: shown(getattr(read(scene), member)),
        set=write_text,
    )


def _licence() -> Any:
    known = [identifier for identifier, *_ in LICENCES]

    def write_licence(scene: bpy.types.Scene, index: int) -> None:
        chosen = known[index]
        write(scene, replace(read(scene), licence="" if chosen == OWN_LICENCE else chosen))
        upkeep.mark_authored(may_wait=True)

    return bpy.props.EnumProperty(
        name="Licence",
        description="What others may do with the lesson",
        items=LICENCES,
        get=lambda scene: known.index(read(scene).known_licence),
        set=write_licence,
    )


def register() -> None:
    """Make the properties."""
    of_scenes = {
        TITLE: _text(
            template("Title"),
            template("What the lesson is called in lists and in the asset browser"),
            "title",
        ),
        AUTHOR: _text(template("Author's Name"), template("Who is to be named"), "author"),
        LICENCE: _licence(),
        OWN: _text(
            template("Name of Licence"), template("An SPDX identifier, or its name"), "licence"
        ),
        LANGUAGES: _text(
            template("Languages"),
            template("Of the texts, by their codes, such as en, de"),
            "languages",
            ", ".join,
        ),
    }
    for name, made in of_scenes.items():
        setattr(bpy.types.Scene, name, made)


def unregister() -> None:
    """Take them away; what stands in files stays."""
    for name in (TITLE, AUTHOR, LICENCE, OWN, LANGUAGES):
        delattr(bpy.types.Scene, name)
