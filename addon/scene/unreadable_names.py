"""Names that are no UTF-8, as only a damaged or hostile file has them.

Python cannot read such a name, and every list of names that holds one fails as a whole. They are
replaced when the file is opened, custom properties of such a name are taken out, and the lesson's
problems say so. So they do of the file's own path, which may be any bytes on Linux: that one stays,
and is shown with a replacement character for each byte that is no text.

Thread: main.
"""

from collections.abc import Callable

import bpy

from ..core import keys
from ..core.file_values import value_of
from ..core.said import say

REPLACEMENT = "Unreadable name"

_OF_LESSONS = [
    value for key, value in vars(keys).items() if key.isupper() and isinstance(value, str)
]

_found: list[str] = []


def replace_all() -> None:
    """Replace such names in the file that was opened just now; a linked file is left as it is."""
    _found.clear()
    for prop in bpy.data.bl_rna.properties:
        if prop.type == "COLLECTION":
            for item in list(getattr(bpy.data, prop.identifier)):  # a new name sorts it anew
                _rename(item)
    for item in (*bpy.data.scenes, *bpy.data.objects):
        _take_out_properties(item)


def problems() -> list[str]:
    """What was replaced in the open file, and of its path, in sentences."""
    path = readable_path(bpy.data.filepath)
    if path == bpy.data.filepath:
        return list(_found)
    own = say(
        "{path}: the path of this file is no UTF-8. Save the file under another name.", path=path
    )
    return [*_found, own]


def readable_path(path: str) -> str:
    """A path as text that can be shown and sent; it may no longer lead to the file."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _rename(item: bpy.types.ID) -> None:
    if item.library is None and not _can_be_read(lambda: item.name):
        item.name = REPLACEMENT
        kind = item.bl_rna.name.lower()
        _found.append(
            say("{name}: the name of this {kind} was no UTF-8.", name=item.name, kind=kind)
        )


def _take_out_properties(item: bpy.types.ID) -> None:
    """Take all custom properties out but ours: one whose name cannot be read cannot be named."""
    if item.library is not None or _can_be_read(lambda: list(item.keys())):
        return
    values = {key: value_of(item, key) for key in _OF_LESSONS}
    item.id_properties_clear()
    for key, value in values.items():
        if isinstance(value, str | int | float):
            item[key] = value
    _found.append(
        say(
            "{name}: a custom property had a name that was no UTF-8. Of its properties only those of the lesson were kept.",
            name=item.name,
        )
    )


def _can_be_read(read: Callable[[], object]) -> bool:
    try:
        read()
    except UnicodeDecodeError:
        return False
    return True
