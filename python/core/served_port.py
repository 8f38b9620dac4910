"""The TCP port that the server had, kept from start to start: clients are configured with it."""

import logging
from pathlib import Path
from urllib.parse import urlsplit

FILE_NAME = "server.port"
_HIGHEST_PORT = 65535

_log = logging.getLogger(__name__)


def kept_port(folder: Path) -> int:
    """The port that was kept in `folder`; 0 if there is none, or none that can be read."""
    try:
        text = (folder / FILE_NAME).read_text("ascii").strip()
    except (OSError, UnicodeError):
        return 0
    port = int(text) if text.isdecimal() else 0
    return port if port <= _HIGHEST_PORT else 0


def keep_port(folder: Path, url: str) -> None:
    """Keep the port of `url` in `folder`. Where that cannot be, the next start takes another one."""
    port = urlsplit(url).port
    if port is None:
        return
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        (folder / FILE_NAME).write_text(f"{port}\n", "ascii")
    except OSError as error:
        _log.warning("The port %d is not kept for the next start: %s", port, error)
