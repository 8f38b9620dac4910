"""Debian packages: what the commands need on the machine, and folders with a newer Debian."""

import subprocess
from pathlib import Path

from .kept import locked
from .processes import as_root, download, run
from .project import CACHE, TABLE
from .say import CommandError, say


def missing(*groups: str) -> list[str]:
    """Return those packages of these groups of the table that are not installed."""
    names = [name for group in groups for name in TABLE["packages"][group]["names"]]
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names]
    # Its exit code only says that some are unknown, which is what we ask.
    listing = subprocess.run(query, capture_output=True, text=True).stdout.splitlines()
    return [name for name in names if f"{name} installed" not in listing]


def versions(*groups: str) -> str:
    """Return the installed packages of these groups of the table with their versions, a line each."""
    names = [name for group in groups for name in TABLE["packages"][group]["names"]]
    query = ["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *names]
    return subprocess.run(query, capture_output=True, text=True).stdout


def need(*groups: str) -> None:
    """Install what the machine lacks of these groups, saying what and why.

    Raises:
        CommandError: when apt cannot, with the command to run by hand.
    """
    if missing(*groups):
        with locked(CACHE / "apt"):
            _install(missing(*groups), ", ".join(TABLE["packages"][each]["why"] for each in groups))


def _install(lacking: list[str], why: str) -> None:
    if not lacking:
        return
    say(f"Installing {' '.join(lacking)}: {why}.")
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *lacking]
    try:
        download(as_root(["apt-get", "update", "-q"]), "apt-get update")
        download(as_root([*install, "--download-only"]), "downloading packages")
        run(as_root(["env", "DEBIAN_FRONTEND=noninteractive", *install]), what="apt-get")
    except CommandError as trouble:
        raise CommandError(f"{trouble}; as root, run: {' '.join(install)}") from None


def bootstrap(suite: str, folder: Path, *options: str, hooks: list[str]) -> None:
    """Let mmdebstrap make `folder` anew from the Debian `suite`, and own it as root.

    Args:
        suite: Debian's name for it, such as `trixie`.
        folder: what it makes.
        options: which packages.
        hooks: shell commands that it runs at last, with the folder as `$1`; one that fails ends it.
    """
    need("roots")
    folder.parent.mkdir(parents=True, exist_ok=True)
    # A mirror may be a snapshot, whose lists are past their date.
    command = ["mmdebstrap", *options, '--aptopt=Acquire::Check-Valid-Until "false"']
    command += [f"--customize-hook={hook}" for hook in hooks]
    run(as_root(["rm", "-rf", "--one-file-system", folder]))
    download(as_root([*command, suite, folder]), f"mmdebstrap of {suite}")
