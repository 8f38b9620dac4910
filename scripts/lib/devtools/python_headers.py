"""The C headers of the CPythons that the wheels are for, without installing those Pythons.

On Linux an extension module links no libpython, so the host's compiler and these headers are
enough, and the wheel keeps the host's glibc.
"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .debian import download
from .environments import TABLE
from .locks import get_once
from .paths import CACHE
from .processes import run
from .say import say

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


ABIS = {tag: Abi(tag, each["suite"], each["blenders"]) for tag, each in TABLE["python"].items()}


def ensure_headers(abi: Abi) -> Path:
    """Get the headers of `abi` once (a download of 20 MB); return their folder."""
    get_once(abi.headers.name, abi.headers.is_dir, lambda: _get(abi))
    return abi.headers


def _get(abi: Abi) -> None:
    package = f"libpython{abi.python}-dev"
    say(f"Getting the headers of Python {abi.python} ({package} of Debian {abi.suite}).")
    abi.headers.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="headers_", dir=abi.headers.parent) as name:
        folder = Path(name)
        download(folder, abi.suite, package)
        run(["dpkg-deb", "-x", *folder.glob("*.deb"), folder / "tree"], what=f"unpacking {package}")
        include = folder / "tree" / "usr" / "include"
        version = f"python{abi.python}"
        # Debian's pyconfig.h only includes the machine's own by a path from the include folder.
        shutil.copy(include / TRIPLET / version / "pyconfig.h", include / version / "pyconfig.h")
        (include / version).rename(abi.headers)
