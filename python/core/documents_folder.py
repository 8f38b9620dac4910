"""Where lessons lie that a person was given or gives away: in the folder for documents."""

import re
from collections.abc import Mapping
from pathlib import Path

LESSONS = "Malloc VR Lessons"

_XDG_LINE = re.compile(r'^XDG_DOCUMENTS_DIR="(\$HOME)?/?(?P<path>[^"]*)"', re.MULTILINE)


def lessons_folder(
    platform: str, environment: Mapping[str, str], home: Path, user_dirs: str
) -> Path:
    """Name the folder for lessons. It is not made here.

    On Linux the folder for documents has another name in every language, which stands in
    `user-dirs.dirs` (xdg-user-dirs); on Windows and macOS only its shown name differs.

    Args:
        platform: As `sys.platform` spells it.
        environment: Of the process.
        home: The user's home.
        user_dirs: What stands in `user-dirs.dirs`; "" where there is none.
    """
    if platform == "win32":
        profile = environment.get("USERPROFILE", "")
        return (Path(profile) if profile else home) / "Documents" / LESSONS
    named = _XDG_LINE.search(user_dirs) if platform.startswith("linux") else None
    if named is None or not named["path"]:
        return home / "Documents" / LESSONS
    documents = home / named["path"] if named[1] else Path("/") / named["path"]
    return documents / LESSONS
