"""Root folders of newer Debians that hold a whole Blender with its window."""

from dataclasses import dataclass
from pathlib import Path

from . import apt, chroot
from .locks import locked
from .paths import CACHE
from .processes import as_root, run, run_retrying, succeeds
from .say import Trouble, say

GUI = "libgl1-mesa-dri libglx-mesa0 libegl-mesa0 xvfb xauth xdotool imagemagick x11-utils"


@dataclass(frozen=True)
class Root:
    """A Debian in a folder.

    Attributes:
        suite: Debian's name for it.
        blender: the Blender version that its package `blender` had when it was chosen.
        packages: what is installed beyond the base system.
    """

    suite: str
    blender: str
    packages: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The folder."""
        return CACHE / f"root-{self.suite}"

    @property
    def stamp(self) -> Path:
        """Exists once everything is installed, and says what."""
        return self.path / ".malloc_vr"


TRIXIE = Root(
    "trixie",
    "4.3.2",
    ("blender", *GUI.split(), "ca-certificates", "python3-venv", "libpython3-dev"),
)
# Debian's Blender 5.2 misses two packages that its extensions add-on imports.
SID = Root(
    "sid",
    "5.2.2",
    ("blender", *GUI.split(), "ca-certificates", "python3-cattr", "python3-requests"),
)


def ensure_root(root: Root) -> Path:
    """Make `root` complete (minutes and 2 GB the first time); return its folder."""
    if not _current(root):
        with locked(root.path.name):
            if not _current(root):
                _make(root)
    return root.path


def _current(root: Root) -> bool:
    return root.stamp.is_file() and root.stamp.read_text("utf-8") == "\n".join(root.packages)


def _make(root: Root) -> None:
    if not root.path.exists():
        _debootstrap(root)
    installed = ["dpkg-query", "-W", "-f", "${db:Status-Status}\n", *root.packages]
    if not succeeds(chroot.command(root.path, installed, shared=False, superuser=True)):
        _install(root)
    blender = ["/usr/bin/blender", "--version"]
    if not succeeds(chroot.command(root.path, blender, shared=False)):
        raise Trouble(f"Blender does not start in {root.path}; delete that folder and try again")
    writing = f"printf %s '{chr(10).join(root.packages)}' > {root.stamp}"
    run(as_root(["sh", "-c", writing]), what="writing the stamp")


def _debootstrap(root: Root) -> None:
    apt.need("roots")
    say(f"Making a Debian {root.suite} folder for Blender {root.blender} (some minutes, 2 GB).")
    part = root.path.with_name(f"{root.path.name}.part")
    # Nothing of the host can be mounted in there: mounts end with their namespace.
    run(as_root(["rm", "-rf", "--one-file-system", part]))
    root.path.parent.mkdir(parents=True, exist_ok=True)
    run(
        as_root(["debootstrap", "--variant=minbase", root.suite, part]),
        what=f"debootstrap of {root.suite}",
    )
    run(as_root(["mv", part, root.path]))


def _install(root: Root) -> None:
    say(f"Installing {' '.join(root.packages)} in {root.path}.")

    def inside(*words: str) -> list[str]:
        return chroot.command(root.path, words, shared=False, superuser=True)

    try:
        run_retrying(inside("apt-get", "update", "-q"), f"apt-get update in {root.suite}")
    except Trouble:
        say("Once more without the check of the list's date: a mirror may be a snapshot.")
        run(inside("apt-get", "-o", "Acquire::Check-Valid-Until=false", "update", "-q"))
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *root.packages]
    run_retrying(inside(*install), f"apt-get install in {root.suite}")
