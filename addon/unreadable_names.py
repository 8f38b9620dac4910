"""Names that are no UTF-8, as only a damaged or hostile file has them.

Python cannot read such a name, and every list of names that holds one fails as a whole. They are
replaced when the file is opened, and the lesson's problems say so.

Thread: main.
"""

import bpy

REPLACEMENT = "Unreadable name"

_found: list[str] = []


def replace_all() -> None:
    """Replace such names in the file that was opened just now; a linked file is left as it is."""
    _found.clear()
    for prop in bpy.data.bl_rna.properties:
        if prop.type == "COLLECTION":
            for item in getattr(bpy.data, prop.identifier):
                if not _is_readable(item) and item.library is None:
                    item.name = REPLACEMENT
                    kind = item.bl_rna.name.lower()
                    _found.append(f"{item.name}: the name of this {kind} was no UTF-8.")


def problems() -> list[str]:
    """What was replaced in the open file, in sentences."""
    return list(_found)


def _is_readable(item: bpy.types.ID) -> bool:
    try:
        return bool(item.name)
    except UnicodeDecodeError:
        return False
