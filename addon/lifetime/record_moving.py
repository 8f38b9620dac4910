"""Moving the record to another folder, and adding the learners of another record to it.

Thread: main; the person asked for it and waits.
"""

from pathlib import Path

from .. import runtime
from ..core import vault_files, vault_move
from ..core.errors import rejection
from ..core.said import say
from . import data_folder, preferences, record_finding

ADDED_SUFFIX = "-added"
"""Of the folder of a record whose learners were added: it is kept, and not offered again."""


def move_record(chosen: Path) -> tuple[Path, list[Path]]:
    """Close the record, move it into `chosen`, and open it there.

    A folder with other things in it gets one of its own for the record.

    Returns:
        The record's folder, and the files that stay in the old one because a program has them open.

    Raises:
        Conflict: There is a record already, or the folder goes when the add-on is removed.
        StorageUnavailable: The record could not be moved, and is open where it was.
    """
    now = runtime.record_folder() or record_finding.settings().folder
    target = _folder_for_record(chosen)
    if target.is_relative_to(now):
        raise rejection(
            "CONFLICT",
            say("The record is in {now} already.", now=now),
            "directory",
            "Choose another.",
        )
    if data_folder.is_ours(target / "record", now):
        raise rejection(
            "CONFLICT",
            say("{target} goes when the add-on is removed.", target=target),
            "directory",
            "Choose a folder outside of Blender's own.",
        )
    learner = runtime.view().learner
    runtime.close()
    left: list[Path] = []
    try:
        if vault_files.is_vault(now):
            left = vault_move.move(now, target)
            record_finding.note(now, target)
        preferences.set_folder(target)
    finally:
        runtime.set_learner(learner)
        runtime.engine()
    return target, left


def add_learners(folder: Path) -> int:
    """Add what the record in `folder` holds to ours, and keep it aside under another name.

    Returns:
        How many events were added.

    Raises:
        MallocVrError: Nothing was added.
    """
    with vault_move.hold(folder) as is_free:
        if not is_free:
            raise vault_move.in_use(folder)
    count = runtime.ready_engine().import_vault(folder)
    vault_move.rescue_lessons(folder, preferences.settings().folder / "lessons")
    for trace in folder.glob("traces-v*.sqlite*"):
        trace.unlink()  # their learners' consents are answered for in our record alone
    folder.rename(_unused(folder.with_name(folder.name + ADDED_SUFFIX)))
    runtime.mark_progress_stale()
    return count


def _folder_for_record(chosen: Path) -> Path:
    name = data_folder.default_folder().name
    is_free = not chosen.is_dir() or not any(chosen.iterdir()) or chosen.name == name
    return chosen if is_free or vault_files.is_vault(chosen) else chosen / name


def _unused(path: Path) -> Path:
    number = 2
    found = path
    while found.exists():
        found = path.with_name(f"{path.name}-{number}")
        number += 1
    return found
