"""Debian packages: what the commands need on the machine, and single packages of another Debian."""

import subprocess
from pathlib import Path

from .environments import TABLE
from .locks import get_once
from .processes import as_root, downloading, output_of, run, run_retrying
from .say import CommandError, say

KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


def missing(*groups: str) -> list[str]:
    """Return those packages of these groups of the table that are not installed."""
    names = [name for group in groups for name in TABLE["packages"][group]["names"]]
    query = ["dpkg-query", "-W", "-f", "${binary:Package} ${db:Status-Status}\\n", *names]
    # Its exit code only says that some are unknown, which is what we ask.
    listing = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    found = (line.split() for line in listing.splitlines() if line.endswith(" installed"))
    there = {name.split(":")[0] for name, _ in found}
    return [name for name in names if name not in there]


def need(*groups: str) -> None:
    """Install what the machine lacks of these groups, saying what and why.

    Raises:
        CommandError: when apt cannot, with the command to run by hand.
    """
    get_once("apt", lambda: not missing(*groups), lambda: _install(*groups))


def _install(*groups: str) -> None:
    lacking = missing(*groups)
    reasons = ", ".join(TABLE["packages"][group]["why"] for group in groups)
    say(f"Installing {' '.join(lacking)}: {reasons}.")
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *lacking]
    try:
        run_retrying(as_root(["apt-get", "update", "-q"]), "apt-get update")
        run_retrying(as_root([*install, "--download-only"]), "downloading packages")
        run(as_root(["env", "DEBIAN_FRONTEND=noninteractive", *install]), what="apt-get")
    except CommandError as trouble:
        raise CommandError(f"{trouble}; as root, run: {' '.join(install)}") from None


def download(folder: Path, suite: str, package: str) -> None:
    """Let apt-get download into `folder`, with an apt state of our own: the machine's stays as it is.

    Args:
        folder: where apt keeps lists and downloads; ours alone.
        suite: Debian's name for it, such as `bookworm`.
        package: a package of that suite, for this machine's architecture.

    Raises:
        CommandError: when the package list cannot be read, or has no such package.
    """
    for part in ("etc/apt.conf.d", "etc/preferences.d", "lists/partial", "cache/archives/partial"):
        (folder / part).mkdir(parents=True)
    line = f"deb [signed-by={KEYRING} arch=amd64] {_mirror()} {suite} main\n"
    (folder / "etc" / "sources.list").write_text(line, "utf-8")
    settings = [f"Dir::Etc={folder / 'etc'}", f"Dir::State::lists={folder / 'lists'}"]
    settings += [f"Dir::Cache={folder / 'cache'}", "Acquire::Languages=none"]
    # The download folder is ours alone, so apt cannot hand the work to its own user.
    settings += ["APT::Sandbox::User=root"]
    apt = ["apt-get", "-q", *(word for setting in settings for word in ("-o", setting))]
    try:
        run_retrying([*apt, "update"], f"apt-get update for Debian {suite}")
    except CommandError:
        say("Once more without the check of the list's date: a mirror may be a snapshot.")
        run([*apt, "-o", "Acquire::Check-Valid-Until=false", "update"])
    with downloading():
        run([*apt, "download", package], cwd=folder, what=f"downloading {package} of {suite}")


def _mirror() -> str:
    """Return the Debian mirror that this machine already uses."""
    listing = output_of(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]
    )
    for uri in listing.split():
        if uri.rstrip("/").endswith("/debian"):
            return uri
    raise CommandError("apt knows no Debian mirror here; run apt-get update first")
