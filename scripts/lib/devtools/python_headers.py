"""The C headers of the CPythons that the wheels are for, without installing those Pythons.

On Linux an extension module links no libpython, so the host's compiler and these headers are
enough, and the wheel keeps the host's glibc.
"""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .debian_archive import apt_in
from .locks import locked
from .paths import CACHE
from .processes import run
from .say import Trouble, say

TRIPLET = "x86_64-linux-gnu"


@dataclass(frozen=True)
class Abi:
    """A CPython that a wheel is for.

    Attributes:
        tag: its tag in the wheel's file name.
        suite: the Debian whose package has its headers.
        blenders: who embeds it.
    """

    tag: str
    suite: str
    blenders: str

    @property
    def python(self) -> str:
        """Its version, such as `3.11`."""
        return f"3.{self.tag.removeprefix('cp3')}"

    @property
    def headers(self) -> Path:
        """The folder with its Python.h."""
        return CACHE / f"headers-{self.tag}"


ABIS = {
    abi.tag: abi
    for abi in (
        Abi("cp311", "bookworm", "Blender 4.2 to 5.0"),
        Abi("cp313", "trixie", "Blender 5.1 and later, and Debian's 4.3.2"),
        Abi("cp314", "sid", "Debian's Blender 5.2.2"),
    )
}


def ensure_headers(abi: Abi) -> Path:
    """Get the headers of `abi` once (a download of 20 MB); return their folder."""
    if not abi.headers.is_dir():
        with locked(abi.headers.name):
            if not abi.headers.is_dir():
                _get(abi)
    return abi.headers


def _get(abi: Abi) -> None:
    package = f"libpython{abi.python}-dev"
    say(f"Getting the headers of Python {abi.python} ({package} of Debian {abi.suite}).")
    abi.headers.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="headers_", dir=abi.headers.parent) as name:
        folder = Path(name)
        archive = _download(package, abi.suite, folder)
        run(["dpkg-deb", "-x", archive, folder / "tree"], what=f"unpacking {package}")
        include = folder / "tree" / "usr" / "include"
        version = f"python{abi.python}"
        # Debian's pyconfig.h only includes the machine's own by a path from the include folder.
        shutil.copy(include / TRIPLET / version / "pyconfig.h", include / version / "pyconfig.h")
        (include / version).rename(abi.headers)


def _download(package: str, suite: str, folder: Path) -> Path:
    """Download one package of another Debian into `folder`."""
    apt = apt_in(folder, "deb", suite)
    subprocess.run([*apt, "download", package], cwd=folder, stdout=2, check=False)
    found = list(folder.glob("*.deb"))
    if not found:
        raise Trouble(f"Debian {suite} has no package {package}")
    return found[0]
