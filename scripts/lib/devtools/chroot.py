"""Running a program inside a root folder, with nothing left mounted afterwards."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from .paths import CACHE, LIB, REPO
from .processes import as_root

# What a program in a root gets of our environment; PATH and HOME are the root's own.
PASSED = {"CI", "DISPLAY", "XAUTHORITY", "TMPDIR", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"}
PASSED |= {"PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_CERT", "PIP_DEFAULT_TIMEOUT"}
PASSED_PREFIXES = ("BLENDER_", "MALLOC_VR_", "LIBGL_")
# Folders that a root has itself.
OWN = {
    "bin",
    "boot",
    "dev",
    "etc",
    "lib",
    "lib64",
    "opt",
    "proc",
    "run",
    "sbin",
    "sys",
    "usr",
    "var",
}


def passed(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the part of `environment` that a program in a root may see."""
    return {
        name: value
        for name, value in environment.items()
        if name in PASSED or name.startswith(PASSED_PREFIXES) or name.lower().endswith("_proxy")
    }


def command(
    root: Path,
    words: Sequence[str | Path],
    *,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    shared: bool = True,
    superuser: bool = False,
) -> list[str]:
    """Return the host command that runs `words` inside `root`.

    Args:
        root: the root folder.
        words: the program and its arguments, as seen inside the root.
        cwd: the folder to start in; it must exist inside.
        environment: what `passed` picks from; our own when left out.
        shared: bind the repository, the cache and the folder of temporary files at their paths,
            and the folders of the files that the words and the environment name.
        superuser: run as root even when we are not (to install packages).
    """
    home = CACHE / "home"
    home.mkdir(parents=True, exist_ok=True)
    variables = passed(os.environ if environment is None else environment)
    inside = {
        **variables,
        "HOME": "/" if superuser else str(home),
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
    }
    binds = _shared([cwd, *words, *variables.values()]) if shared else []
    user, group = (0, 0) if superuser else (os.getuid(), os.getgid())
    enter: list[str | Path] = [
        "unshare",
        "-m",
        "sh",
        LIB / "enter_root.sh",
        root,
        str(user),
        str(group),
    ]
    settings = [f"{name}={value}" for name, value in inside.items()]
    return as_root(
        [*enter, cwd or Path("/"), *binds, "--", "env", "-i", *settings, *map(str, words)]
    )


def _shared(names: Sequence[str | Path | None]) -> list[Path]:
    """Return the host's folders that a program needs to see, none inside another."""
    found = [Path(tempfile.gettempdir()), CACHE, REPO]
    for name in names:
        path = Path(name or "")
        if not path.is_absolute() or not path.exists():
            continue
        folder = path if path.is_dir() else path.parent
        if folder.parts[1:2] and folder.parts[1] not in OWN:
            found.append(folder)
    outer = [folder for folder in found if not any(each in folder.parents for each in found)]
    return list(dict.fromkeys(outer))
