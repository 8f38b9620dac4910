"""Virtual environments that hold Blender as the Python module `bpy`."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from . import apt, chroot
from .locks import locked
from .paths import CACHE
from .processes import as_root, run, run_retrying, succeeds
from .roots import TRIXIE, Root, ensure_root
from .say import Trouble, say


@dataclass(frozen=True)
class BpyVenv:
    """One Blender as a module.

    Attributes:
        version: Blender's version, which is the package's version on PyPI.
        requirements: what pip installs with it.
        root: the root folder whose Python it needs; None for the host's Python 3.11.
    """

    version: str
    requirements: tuple[str, ...] = ()
    root: Root | None = None

    @property
    def python_inside(self) -> Path:
        """The venv's Python, as seen where it runs."""
        parent = CACHE if self.root is None else Path("/opt")
        return parent / f"bpy-{self.version}" / "bin" / "python"

    @property
    def folder(self) -> Path:
        """The venv, as seen from the host."""
        inside = self.python_inside.parents[1]
        return inside if self.root is None else self.root.path / inside.relative_to("/")

    @property
    def stamp(self) -> Path:
        """Exists once the module is installed and was imported."""
        return self.folder / ".malloc_vr"


# Blender 4 was built against numpy 1.
NUMPY_1 = ("numpy<2",)
VENVS = {
    venv.version: venv
    for venv in (
        BpyVenv("4.2.23", NUMPY_1),
        BpyVenv("4.4.0", NUMPY_1),
        BpyVenv("4.5.15", NUMPY_1),
        BpyVenv("5.0.1"),
        BpyVenv("5.1.2", root=TRIXIE),
        BpyVenv("5.2.3", root=TRIXIE),
    )
}


def ensure_venv(venv: BpyVenv) -> None:
    """Make the venv with its Blender (a download of some 350 MB, once)."""
    if venv.root is None:
        apt.need("bpy")
    else:
        ensure_root(venv.root)
    if not venv.stamp.is_file():
        with locked(f"bpy-{venv.version}"):
            if not venv.stamp.is_file():
                _make(venv)


def _where(venv: BpyVenv, *words: str | Path) -> list[str]:
    if venv.root is None:
        return [str(word) for word in words]
    return chroot.command(venv.root.path, words, shared=False, superuser=True)


def _imports(venv: BpyVenv) -> bool:
    python = venv.folder / "bin" / "python"
    checked = _where(venv, venv.python_inside, "-c", "import bpy; bpy.app.version_string")
    return (python.is_symlink() or python.exists()) and succeeds(checked)


def _make(venv: BpyVenv) -> None:
    if not _imports(venv):
        say(f"Getting Blender {venv.version} as a Python module (1 GB unpacked).")
        _remove(venv)
        python = sys.executable if venv.root is None else "/usr/bin/python3"
        run(_where(venv, python, "-m", "venv", venv.python_inside.parents[1]), what="venv")
        pip: list[str | Path] = [venv.python_inside, "-m", "pip", "install", "-q", "--no-cache-dir"]
        wanted = [f"bpy=={venv.version}", *venv.requirements]
        run_retrying(_where(venv, *pip, *wanted), f"pip install of bpy {venv.version}")
        if not _imports(venv):
            raise Trouble(f"Blender {venv.version} was installed, but `import bpy` fails there")
    touch = ["touch", str(venv.stamp)]
    run(touch if venv.root is None else as_root(touch))


def _remove(venv: BpyVenv) -> None:
    if venv.root is None:
        shutil.rmtree(venv.folder, ignore_errors=True)
    else:
        run(as_root(["rm", "-rf", "--one-file-system", venv.folder]))
