"""The record that release 0.1.0 kept among Blender's own files, brought out of there."""

import logging
from pathlib import Path

from ..core import vault_files, vault_move
from ..core.errors import MallocVrError
from ..core.said import say
from ..core.status import Notice
from . import data_folder

_ADD = say("Its learners can be added in the add-on's preferences.")

_log = logging.getLogger(__name__)


def bring_home(folder: Path, *, may_move: bool) -> tuple[Notice, ...]:
    """Move a record of release 0.1.0 to `folder`, unless there is a record already.

    Args:
        may_move: Whether it is moved at all; a person who chose `folder` may want another record
            there.

    Returns:
        What a person should know of it. A record that is not moved stays where it is, and its
        learners can be added later.
    """
    source = next((found for found in data_folder.old_vaults() if found != folder), None)
    if source is None:
        return ()
    if not may_move or vault_files.is_vault(folder):
        return (
            Notice(text=say("There is another record in {source}.", source=source), remedy=_ADD),
        )
    try:
        vault_move.move(source, folder)
        lessons = vault_move.rescue_lessons(source, folder / "lessons")
    except (MallocVrError, OSError) as error:
        _log.warning("The record in %s stays there: %s", source, error)
        return (
            Notice(
                text=say(
                    "The record of the earlier release could not be moved: {error}", error=error
                ),
                remedy=_ADD,
            ),
        )
    _log.info("The record of the earlier release was moved from %s to %s", source, folder)
    notices = [
        Notice(
            text=say(
                "The record was moved from {source} to {folder}.", source=source, folder=folder
            )
        )
    ]
    if lessons:
        where = say(
            "Lessons that were saved beside it are in {folder} now.", folder=folder / "lessons"
        )
        notices.append(Notice(text=where, remedy=say("Save them wherever you like.")))
    return tuple(notices)
