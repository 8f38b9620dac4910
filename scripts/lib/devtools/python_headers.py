"""The C headers of the CPythons that the wheels are for, without installing those Pythons.

On Linux an extension module links no libpython, so the host's compiler and these headers are
enough, and the wheel keeps the host's glibc.
"""

from pathlib import Path

from .debian import bootstrap
from .kept import make_once
from .processes import as_root, run
from .project import CACHE, TABLE
from .say import say

ABIS: dict[str, dict[str, str]] = TABLE["python"]


def headers_folder(tag: str) -> Path:
    """Return the folder with the Python.h of an ABI, named by its tag in a wheel's file name."""
    return CACHE / f"headers-{tag}"


def ensure_headers(tag: str) -> Path:
    """Get the headers of an ABI once (a download of 20 MB); return their folder."""
    return make_once(headers_folder(tag), lambda: _get(tag))


def _get(tag: str) -> None:
    suite, version = ABIS[tag]["suite"], ABIS[tag]["version"]
    package = f"libpython{version}-dev"
    say(f"Getting the headers of Python {version} ({package} of Debian {suite}).")
    part = headers_folder(tag).with_suffix(".part")
    include = part / "usr" / "include"
    hooks = [
        f'cd "$1" && APT_CONFIG="$MMDEBSTRAP_APT_CONFIG" apt-get -q download {package}',
        f'dpkg-deb -x "$1"/{package}_*.deb "$1"',
    ]
    bootstrap(suite, part, "--variant=custom", hooks=hooks)
    # Debian's pyconfig.h only includes the machine's own by a path from the include folder.
    headers = include / f"python{version}"
    run(as_root(["cp", include / "x86_64-linux-gnu" / headers.name / "pyconfig.h", headers]))
    run(as_root(["mv", headers, headers_folder(tag)]))
    run(as_root(["rm", "-rf", "--one-file-system", part]))
