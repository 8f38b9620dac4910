"""The file that the program's log goes to."""

from pathlib import Path

from malloc_vr_native import log_to_file


def start_log(path: Path) -> None:
    """Write the program's log to `path` from now on; it holds no learner's content.

    The file is renamed and begun anew at 1 MiB, and three old ones are kept.

    Raises:
        OSError: The folder cannot be made.
        MallocVrError: The file cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    log_to_file(str(path))


def stop_log() -> None:
    """Close the log's file: whoever removes the add-on can remove it then."""
    log_to_file("")
