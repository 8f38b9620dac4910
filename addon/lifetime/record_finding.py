"""Finding the record where it was moved to, also when Blender forgot its preferences.

Thread: main; a look at a few names and one small file, when the record is opened or moved.
"""

import logging
from dataclasses import replace
from pathlib import Path

from ..core import moved_record, vault_move
from ..core.errors import StorageUnavailable
from . import data_folder, preferences
from .preferences import Settings

_log = logging.getLogger(__name__)


def settings() -> Settings:
    """Read the preferences, and have them name the record that was moved out of their folder, if one was."""
    chosen = preferences.settings()
    now = moved_record.folder_now(data_folder.default_folder(), chosen.folder)
    if now == chosen.folder:
        return chosen
    _log.info("The record was moved from %s to %s", chosen.folder, now)
    preferences.set_folder(now)
    is_own = now != data_folder.default_folder()
    return replace(chosen, folder=now, has_own_folder=is_own)


def note(left: Path, folder: Path) -> None:
    """Note where the record went; without the note it is found as long as the preferences last."""
    home = data_folder.default_folder()
    try:
        vault_move.make_folder(home)
        moved_record.note(home, left, folder)
    except (OSError, StorageUnavailable) as error:
        _log.warning("Where the record is was not noted: %s", error)
