"""Debian packages that the commands need on the host, with the reason for each group."""

import subprocess
from collections.abc import Mapping

from .locks import locked
from .processes import as_root, run, run_retrying
from .say import Trouble, say

COMPILER = (
    "to compile the native rooms and their tests",
    "g++ cmake ninja-build ccache libboost1.81-dev nlohmann-json3-dev libspdlog-dev"
    " libsqlitecpp-dev libsodium-dev catch2 binutils",
)
SQLITE_SOURCE = ("to build SQLite from its source package", "dpkg-dev make tcl")
SANITIZED_PYTHON = ("to load the module into Python under sanitizers", "python3.11-dev")
BPY_LIBRARIES = (
    "for Blender as a Python module, which draws through these libraries",
    "libgl1 libegl1 libgl1-mesa-dri libgomp1 libice6 libsm6 libx11-6 libxext6 libxfixes3 libxi6"
    " libxkbcommon0 libxrender1 libxt6 libxxf86vm1",
)
ROOT_FOLDERS = (
    "to make root folders with a whole Blender",
    "debootstrap debian-archive-keyring",
)

GROUPS: Mapping[str, tuple[str, str]] = {
    "compiler": COMPILER,
    "sqlite": SQLITE_SOURCE,
    "sanitizers": SANITIZED_PYTHON,
    "bpy": BPY_LIBRARIES,
    "roots": ROOT_FOLDERS,
}


def missing(packages: str) -> list[str]:
    """Return those of the space-separated `packages` that are not installed."""
    names = packages.split()
    query = ["dpkg-query", "-W", "-f", "${binary:Package} ${db:Status-Status}\\n", *names]
    # Its exit code only says that some are unknown, which is what we ask.
    listing = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    there = {
        line.split()[0].split(":")[0]
        for line in listing.splitlines()
        if line.endswith(" installed")
    }
    return [name for name in names if name not in there]


def need(group: str) -> None:
    """Install what `group` lacks, saying what and why.

    Raises:
        Trouble: when apt cannot, with the command to run by hand.
    """
    reason, packages = GROUPS[group]
    if not missing(packages):
        return
    with locked("apt"):
        lacking = missing(packages)
        if not lacking:
            return
        say(f"Installing {' '.join(lacking)}: {reason}.")
        install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *lacking]
        try:
            run_retrying(as_root(["apt-get", "update", "-q"]), "apt-get update")
            run(as_root(["env", "DEBIAN_FRONTEND=noninteractive", *install]), what="apt-get")
        except Trouble as trouble:
            raise Trouble(f"{trouble}; as root, run: {' '.join(install)}") from None
