"""Moving a record from one folder to another, so that no moment loses it.

Nothing here opens its files; that is the native module's work.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from malloc_vr_native import hold_file, make_private, make_private_folder

from .errors import MallocVrError, StorageUnavailable, rejection
from .moved_record import NOTE
from .said import say
from .vault_files import files_of, is_vault

_STAGED_SUFFIX = ".part"


def _held(files: Iterable[Path]) -> list[Path]:
    """Of a record's files, those that a program which uses it holds."""
    return [path for path in files if path.name == "vault.lock" or path.match("spill-*.sealed")]


@contextmanager
def hold(folder: Path) -> Iterator[bool]:
    """Hold the record in `folder`, so that no other program opens it.

    Yields:
        False when a running program has it, or writes into a spill file beside it.

    Raises:
        StorageUnavailable: A file of it cannot be opened.
    """
    with ExitStack() as held:
        for path in _held(files_of(folder)):
            file = hold_file(str(path))
            if file is None:
                yield False
                return
            held.callback(file.release)
        yield True


def move(source: Path, target: Path) -> list[Path]:
    """Move the record in `source` to the folder `target`, which is made if it is missing.

    The files are complete in `target` before the first one is removed from `source`: whatever
    happens in between, one of the two folders holds the whole record.

    Returns:
        What stays in `source`, a second time: another program has it open, and Windows does not
        remove such a file.

    Raises:
        Conflict: There is a record in `target` already, or a program uses the one in `source`.
        StorageUnavailable: A file could not be copied; `source` is as it was.
    """
    if is_vault(target):
        raise rejection(
            "CONFLICT",
            say("There is another record in {target}.", target=target),
            "folder",
            "Choose an empty folder.",
        )
    with hold(source) as is_free:
        if not is_free:
            raise in_use(source)
        left = _move(source, target)
    # Not before: on Windows what is held keeps its name until it is let go.
    _remove_if_empty(source)
    return left


def _move(source: Path, target: Path) -> list[Path]:
    files = files_of(source)
    staged = target.with_name(target.name + _STAGED_SUFFIX)
    try:
        _stage(files, staged)
        if files_of(source) != files:  # another Blender began to spill beside it
            shutil.rmtree(staged)
            raise in_use(source)
        _put_in_place(staged, target)
    except (OSError, StorageUnavailable) as error:
        shutil.rmtree(staged, ignore_errors=True)
        raise _unmovable(source, target, error) from error
    return [file for file in files if not _is_removed(file)]


def rescue_lessons(source: Path, target: Path) -> list[Path]:
    """Move the lessons that release 0.1.0 saved beside the record in `source` to `target`.

    Returns:
        Where they are now. A file of the same name that is there already stays as it is, and the
        lesson gets a number.
    """
    moved = []
    for lesson in sorted((source / "lessons").glob("*.blend")):
        target.mkdir(parents=True, exist_ok=True)
        place = next(place for place in _places(target, lesson) if not place.exists())
        shutil.move(lesson, place)
        moved.append(place)
    _remove_if_empty(source / "lessons")
    _remove_if_empty(source)
    return moved


def _places(folder: Path, file: Path) -> Iterator[Path]:
    yield folder / file.name
    number = 2
    while True:
        yield folder / f"{file.stem} {number}{file.suffix}"
        number += 1


def make_folder(folder: Path) -> None:
    """Make a folder for this user only, unless it is there.

    Raises:
        StorageUnavailable: It cannot be made.
    """
    make_private_folder(str(folder))


def _stage(files: list[Path], staged: Path) -> None:
    """Have all of `files` in the private folder `staged`, on disk."""
    shutil.rmtree(staged, ignore_errors=True)  # of a move that was interrupted
    make_folder(staged)
    held = _held(files)
    for file in files:
        place = staged / file.name
        _link_or_copy(file, place, is_held=file in held)
        if place.stat().st_size != file.stat().st_size:
            raise OSError(say("{name} was not copied whole", name=file.name))
    _sync_folder(staged)


def _link_or_copy(file: Path, place: Path, *, is_held: bool) -> None:
    try:
        if not is_held:  # a link to a file that is held cannot be removed on Windows
            os.link(file, place)
            return
    except OSError:
        pass  # another file system, or one without links
    shutil.copy2(file, place)
    make_private(str(place))  # no access list was copied on Windows
    with place.open("rb+") as copy:
        os.fsync(copy.fileno())


def _put_in_place(staged: Path, target: Path) -> None:
    """Let `staged` become `target`, in one step unless other things lie in `target`."""
    note = target / NOTE
    kept = note.read_bytes() if note.is_file() else None
    if target.is_dir() and any(path != note for path in target.iterdir()):
        for file in files_of(staged):
            file.replace(target / file.name)
        staged.rmdir()
    else:
        if kept is not None:
            (staged / NOTE).write_bytes(kept)
            note.unlink()
        if target.is_dir():
            target.rmdir()
        staged.rename(target)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return  # elsewhere a folder cannot be opened, and its entries are written with the files
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_removed(file: Path) -> bool:
    try:
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _remove_if_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def in_use(folder: Path) -> MallocVrError:
    """Say that a running program has the record in `folder`."""
    return rejection(
        "CONFLICT",
        say("The record in {folder} is in use.", folder=folder),
        remedy="Close the other Blender, then try again.",
    )


def _unmovable(source: Path, target: Path, error: OSError | StorageUnavailable) -> MallocVrError:
    if isinstance(error, StorageUnavailable):
        # Its message names the staged folder, which nobody knows.
        why = error.message.rpartition(": ")[2]
    else:
        why = error.strerror or str(error)
    return rejection(
        "STORAGE_UNAVAILABLE",
        say(
            "The record stays in {source}: it cannot be moved to {target} ({why}).",
            source=source,
            target=target,
            why=why,
        ),
        "folder",
        "Choose a folder that you may write to, on a disk with space.",
    )
