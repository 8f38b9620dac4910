"""Where the add-on's files lie: the record in the person's own folder, what may be lost in Blender's.

Blender deletes an extension's own folder when the extension is removed. So only sockets, tokens and
the log are kept there. Nothing here needs the native module.
"""

import os
import sys
from pathlib import Path

import bpy

from ..core import data_folder, vault_files

PACKAGE = (__package__ or "malloc_vr.lifetime").rpartition(".")[0]
"""The add-on as Blender knows it."""


def default_folder() -> Path:
    """The platform's folder for the record of this user; the same in every Blender."""
    return data_folder.data_folder(sys.platform, os.environ, Path.home())


def scratch_folder() -> Path:
    """The folder that goes with the add-on. It is not made here."""
    try:
        return Path(bpy.utils.extension_path_user(PACKAGE))
    except ValueError:  # not installed as an extension, as in a developer's run
        return Path(bpy.utils.user_resource("DATAFILES", path="malloc_vr"))


def log_file() -> Path:
    """The program's log, of which three older parts are kept beside it."""
    return scratch_folder() / "log" / "malloc_vr.log"


def old_vaults() -> tuple[Path, ...]:
    """Records of release 0.1.0 that are left in this Blender's files or in another one's."""
    user_folder = Path(bpy.utils.resource_path("USER"))
    return vault_files.old_vaults(user_folder, scratch_folder() / "vault")


def is_ours(path: Path, record_folder: Path) -> bool:
    """Whether a file at `path` would lie among our own, where removing one loses the other."""
    inside = (scratch_folder(), Path(__file__).parents[1])
    return path.parent == record_folder or any(path.is_relative_to(folder) for folder in inside)
