"""CPython for the other systems: headers, an import library and, for Windows, a Python that runs."""

import hashlib
import io
import shutil
import urllib.request
import zipfile
from pathlib import Path

from . import debian
from .kept import make_once
from .processes import downloading
from .project import CACHE, TABLE
from .say import CommandError, say

LIMIT_SECONDS = 300


def ensure_foreign_python(target: str, tag: str) -> Path:
    """Get the CPython of an ABI for a target once (25 MB); return its folder.

    It has `include/` with Python.h (a folder deeper on macOS) and, for Windows, `python.exe` and
    `libs/python3XX.lib`.
    """
    system = target.partition("-")[0]
    about = TABLE["foreign_python"][system][tag]
    made = CACHE / f"python-{about['version']}-{about['system']}"
    return make_once(made, lambda: _get(about, made))


def include_folder(home: Path) -> Path:
    """Return the folder with Python.h in a Python's folder."""
    return next(home.glob("include/**/Python.h")).parent


def _get(about: dict[str, str], made: Path) -> None:
    debian.need("downloads")
    url = TABLE["foreign_python"]["url"].format(**about)
    say(f"Getting {url.rpartition('/')[2]}.")
    try:
        with downloading(), urllib.request.urlopen(url, timeout=LIMIT_SECONDS) as reply:
            content = reply.read()
    except OSError as error:
        raise CommandError(f"{url} could not be read: {error}") from error
    if (found := hashlib.sha256(content).hexdigest()) != about["sha256"]:
        raise CommandError(f"{url} has the SHA-256 {found}, not {about['sha256']}")
    part = made.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    zipfile.ZipFile(io.BytesIO(content)).extractall(part)
    (part / "org" / "bytedeco" / "cpython" / about["system"]).rename(made)
    shutil.rmtree(part)
