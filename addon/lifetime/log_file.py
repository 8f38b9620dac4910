"""Beginning the log that a report of an internal error is sent with."""

import logging

from ..core.program_log import start_log
from . import data_folder

_log = logging.getLogger(__name__)


def start() -> None:
    """Begin it. A full disk is no reason not to learn."""
    path = data_folder.log_file()
    try:
        start_log(path)
    except (OSError, RuntimeError) as error:
        _log.warning("There is no log in %s: %s", path, error)
