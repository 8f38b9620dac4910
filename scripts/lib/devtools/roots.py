"""Root folders of newer Debians: getting them, and running a program inside one."""

import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from . import debian
from .environments import TABLE
from .locks import get_once
from .paths import CACHE, LIB, REPO
from .processes import as_root, run, succeeds
from .say import CommandError, say

# What a program in a root gets of our environment; PATH and HOME are the root's own.
PASSED = {"CI", "DISPLAY", "XAUTHORITY", "TMPDIR", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE"}
PASSED |= {"PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_CERT", "PIP_DEFAULT_TIMEOUT"}
PASSED_PREFIXES = ("BLENDER_", "MALLOC_VR_", "LIBGL_")
# Folders that a root has itself.
OWN = {"bin", "boot", "dev", "etc", "lib", "lib64", "opt"}
OWN |= {"proc", "run", "sbin", "sys", "usr", "var"}


@dataclass(frozen=True)
class Root:
    """A Debian in a folder.

    Attributes:
        suite: Debian's name for it.
        packages: what is installed beyond the base system; among them a whole Blender.
    """

    suite: str
    packages: tuple[str, ...]

    @property
    def path(self) -> Path:
        """The folder."""
        return CACHE / f"root-{self.suite}"

    @property
    def stamp(self) -> Path:
        """Exists once everything is installed, and says what."""
        return self.path / ".malloc_vr"

    @property
    def is_current(self) -> bool:
        """Whether everything is installed."""
        return self.stamp.is_file() and self.stamp.read_text("utf-8").split() == [*self.packages]

    def ensure(self) -> None:
        """Make it complete (minutes and 2 GB).

        Raises:
            CommandError: when a package cannot be had, or Blender does not start.
        """
        get_once(self.path.name, lambda: self.is_current, self._make)

    def _make(self) -> None:
        debian.need("roots")
        say(f"Making a Debian {self.suite} folder with a whole Blender (some minutes, 2 GB).")
        part = self.path.with_name(f"{self.path.name}.part")
        # Nothing of the host can be mounted in there: mounts end with their namespace.
        remove = as_root(["rm", "-rf", "--one-file-system", part, self.path])
        self.path.parent.mkdir(parents=True, exist_ok=True)
        # A mirror may be a snapshot, whose lists are past their date.
        options = ["Acquire::Check-Valid-Until=false", "Acquire::Retries=3"]
        options += ["APT::Install-Recommends=false"]
        command = ["mmdebstrap", "--variant=minbase", f"--include={','.join(self.packages)}"]
        command += [f"--aptopt={option}" for option in options]
        run(remove)
        run(as_root([*command, self.suite, part]), what=f"mmdebstrap of {self.suite}")
        run(as_root(["mv", part, self.path]))
        if not succeeds(self.command(["/usr/bin/blender", "--version"], shared=False)):
            raise CommandError(
                f"Blender does not start in {self.path}; delete that folder and try again"
            )
        writing = f"printf '%s\\n' {' '.join(self.packages)} > {self.stamp}"
        run(as_root(["sh", "-c", writing]), what="writing the stamp")

    def command(
        self,
        argv: Sequence[str | Path],
        *,
        cwd: Path = Path("/"),
        environment: Mapping[str, str] | None = None,
        shared: bool = True,
        superuser: bool = False,
    ) -> list[str]:
        """Return the host command that runs `argv` inside; it leaves nothing mounted afterwards.

        Args:
            argv: the program and its arguments, as seen inside the root.
            cwd: the folder to start in; it must exist inside.
            environment: of which PASSED is handed on; our own when left out.
            shared: bind the repository, the cache and the folder of temporary files at their paths,
                and the folders of the files that `argv` and the environment name.
            superuser: run as root even when we are not (to install packages).
        """
        home = CACHE / "home"
        home.mkdir(parents=True, exist_ok=True)
        variables = _passed(os.environ if environment is None else environment)
        inside = {
            **variables,
            "HOME": "/" if superuser else str(home),
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
        }
        ids = ["0", "0"] if superuser else [str(os.getuid()), str(os.getgid())]
        binds = _shared([cwd, *argv, *variables.values()]) if shared else []
        settings = [f"{name}={value}" for name, value in inside.items()]
        enter: list[str | Path] = ["unshare", "-m", "sh", LIB / "enter_root.sh", self.path]
        enter += [*ids, cwd, *binds, "--"]
        return as_root([*enter, "env", "-i", *settings, *argv])


def _passed(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the part of `environment` that a program in a root may see."""
    return {
        name: value
        for name, value in environment.items()
        if name in PASSED or name.startswith(PASSED_PREFIXES) or name.lower().endswith("_proxy")
    }


def _shared(names: Sequence[str | Path]) -> list[Path]:
    """Return the host's folders that a program needs to see, none inside another."""
    found = [Path(tempfile.gettempdir()), CACHE, REPO]
    for path in map(Path, names):
        if not path.is_absolute() or not path.exists():
            continue
        folder = path if path.is_dir() else path.parent
        if folder.parts[1:2] and folder.parts[1] not in OWN:
            found.append(folder)
    outer = [folder for folder in found if not any(each in folder.parents for each in found)]
    return list(dict.fromkeys(outer))


ROOTS = {suite: Root(suite, tuple(each["packages"])) for suite, each in TABLE["roots"].items()}
