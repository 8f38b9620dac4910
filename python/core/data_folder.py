"""Where the record of learning and its key lie: the platform's folder for a user's own data.

That folder belongs to the person and not to one Blender: uninstalling the add-on, installing it
again and going to another Blender leave it alone.
"""

from collections.abc import Mapping
from pathlib import Path

OVERRIDE = "MALLOC_VR_DATA"
"""Environment variable that names another folder, for a school's image or a test."""

_NAME = "malloc-vr"


def data_folder(platform: str, environment: Mapping[str, str], home: Path) -> Path:
    """Name the folder of the record. It is not made here.

    Linux and other Unix systems: `$XDG_DATA_HOME/malloc-vr`, by default
    `~/.local/share/malloc-vr`; a relative XDG_DATA_HOME does not count (XDG Base Directory
    Specification). Windows: `malloc-vr` in `%LOCALAPPDATA%`. macOS:
    `~/Library/Application Support/malloc-vr`.

    Args:
        platform: As `sys.platform` spells it.
        environment: Of the process.
        home: The user's home. A relative `MALLOC_VR_DATA` is taken from there: taken from where
            Blender was started, it would name another record each time.
    """
    chosen = environment.get(OVERRIDE, "")
    if chosen:
        return home / Path(chosen).expanduser()
    return _users_data(platform, environment, home) / _NAME


def _users_data(platform: str, environment: Mapping[str, str], home: Path) -> Path:
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return Path(local) if local else home / "AppData" / "Local"
    if platform == "darwin":
        return home / "Library" / "Application Support"
    named = environment.get("XDG_DATA_HOME", "")
    return Path(named) if named.startswith("/") else home / ".local" / "share"
