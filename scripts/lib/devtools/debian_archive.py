"""Downloading from a Debian archive with an apt state of our own: the machine's stays as it is."""

from pathlib import Path

from .processes import output_of, run, run_retrying
from .say import Trouble, say

KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"


def apt_in(folder: Path, kind: str, suite: str) -> list[str]:
    """Read the package list of a suite into `folder`.

    Args:
        folder: where apt keeps lists and downloads; ours alone.
        kind: `deb` for programs, `deb-src` for their sources.
        suite: Debian's name for it, such as `bookworm`.

    Returns:
        How to call apt-get with that list and no other; a subcommand follows.
    """
    etc = folder / "etc"
    for part in ("etc/apt.conf.d", "etc/preferences.d", "lists/partial", "cache/archives/partial"):
        (folder / part).mkdir(parents=True)
    line = f"{kind} [signed-by={KEYRING} arch=amd64] {_mirror()} {suite} main\n"
    (etc / "sources.list").write_text(line, "utf-8")
    settings = [f"Dir::Etc={etc}", f"Dir::State::lists={folder / 'lists'}"]
    settings += [f"Dir::Cache={folder / 'cache'}", "Acquire::Languages=none"]
    # The download folder is ours alone, so apt cannot hand the work to its own user.
    settings += ["APT::Sandbox::User=root"]
    apt = ["apt-get", "-q", *(word for setting in settings for word in ("-o", setting))]
    try:
        run_retrying([*apt, "update"], f"apt-get update for Debian {suite}")
    except Trouble:
        say("Once more without the check of the list's date: a mirror may be a snapshot.")
        run([*apt, "-o", "Acquire::Check-Valid-Until=false", "update"])
    return apt


def _mirror() -> str:
    """Return the Debian mirror that this machine already uses."""
    listing = output_of(
        ["apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages"]
    )
    for uri in listing.split():
        if uri.rstrip("/").endswith("/debian"):
            return uri
    raise Trouble("apt knows no Debian mirror here; run apt-get update first")
