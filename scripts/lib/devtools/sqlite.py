"""SQLite, built once from Debian's source package and linked statically into what we build.

Debian's own library lacks the recovery extension, and a shared one in Blender's process could be
any version. The source package is pinned by the hash of its description (.dsc), which holds the
hashes of the upstream archive and of Debian's fixes. What is made is kept in the cache folder
under a digest of all that went in.
"""

import hashlib
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from . import apt
from .debian_archive import apt_in
from .digest import digest
from .locks import locked
from .paths import CACHE
from .processes import output_of, run
from .say import Trouble, say

SUITE = "bookworm"
VERSION = "3.40.1-2+deb12u2"
SHA256_OF_DSC = "ee3459ae9d00939741c7708fc1b8ce1bde12d8c3fb1dfa005bbbc8651d884e23"

LIBRARY = "libmvr_sqlite3.a"
HEADERS = ("sqlite3.h", "sqlite3ext.h", "ext/recover/sqlite3recover.h")
SOURCES = ("sqlite3.c", "ext/recover/sqlite3recover.c", "ext/recover/dbdata.c")
FEATURES = (
    "SQLITE_CORE",  # the extension calls SQLite by name, not through a loader's table
    "SQLITE_ENABLE_DBPAGE_VTAB",  # the recovery extension reads broken files through it
    "SQLITE_ENABLE_COLUMN_METADATA",  # SQLiteCpp's columns know their origin
    "SQLITE_SECURE_DELETE",
    "SQLITE_DQS=0",
    "SQLITE_THREADSAFE=1",
    "SQLITE_DEFAULT_MEMSTATUS=0",
)
# SQLITE_OMIT_LOAD_EXTENSION is not among them: Debian's SQLiteCpp calls what it leaves out, and
# loading is off anyway unless a program switches it on.


@dataclass(frozen=True)
class Toolchain:
    """What compiles for one platform.

    Attributes:
        name: of the platform.
        compiler: the C compiler.
        archiver: makes the static library.
        flags: what only this platform needs.
    """

    name: str
    compiler: str
    archiver: str
    flags: tuple[str, ...]


LINUX = Toolchain(
    "linux-x86_64",
    "gcc",
    "ar",
    (
        "-fPIC",
        "-fvisibility=hidden",
        "-DHAVE_FDATASYNC=1",
        "-DHAVE_USLEEP=1",
        "-DHAVE_GMTIME_R=1",
        "-DHAVE_LOCALTIME_R=1",
        "-DHAVE_STRERROR_R=1",
        "-DHAVE_POSIX_FALLOCATE=1",
        "-DUSE_PREAD64=1",
    ),
)


def source_folder() -> Path:
    """Return where the amalgamation and the recovery extension are, or will be."""
    wanted = hashlib.sha256(SHA256_OF_DSC.encode()).hexdigest()
    return CACHE / f"sqlite-source-{wanted[:16]}"


def sqlite_folder(toolchain: Toolchain = LINUX) -> Path:
    """Return where the library and its headers are, or will be."""
    compiler = output_of([toolchain.compiler, "--version"]).splitlines()[0]
    words = [compiler, toolchain.name, *_flags(toolchain), SHA256_OF_DSC, *HEADERS, *SOURCES]
    return CACHE / f"sqlite-{digest([], *words)[:16]}"


def ensure_sqlite(toolchain: Toolchain = LINUX) -> Path:
    """Make SQLite once (a download of 14 MB, a minute of compiling).

    Returns:
        The folder with `include/` and `lib/libmvr_sqlite3.a`, CMake's MALLOC_VR_SQLITE.
    """
    apt.need("compiler")
    made = sqlite_folder(toolchain)
    if not made.is_dir():
        with locked("sqlite"):
            if not source_folder().is_dir():
                _get_source()
            if not made.is_dir():
                _compile(toolchain, made)
    return made


def _get_source() -> None:
    apt.need("sqlite")
    say(f"Getting the source of SQLite {VERSION} (Debian {SUITE}).")
    made = source_folder()
    made.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sqlite_", dir=made.parent) as name:
        folder = Path(name)
        tree = folder / "tree"
        # It checks the archives against the description, and applies Debian's fixes.
        run(["dpkg-source", "-x", _download(folder), tree], cwd=folder, what="dpkg-source")
        run([tree / "configure", "-q", "--disable-shared"], cwd=tree, what="configuring SQLite")
        run(["make", "-s", "sqlite3.c"], cwd=tree, what="SQLite's amalgamation")
        part = folder / "part"
        part.mkdir()
        for source in (*HEADERS, *SOURCES):
            shutil.copy(tree / source, part)
        part.rename(made)


def _download(folder: Path) -> Path:
    command = [*apt_in(folder, "deb-src", SUITE), "source", "--download-only"]
    subprocess.run([*command, f"sqlite3={VERSION}"], cwd=folder, stdout=2, check=False)
    found = list(folder.glob("*.dsc"))
    if not found:
        raise Trouble(
            f"Debian {SUITE} no longer has the source package sqlite3 {VERSION}; "
            "take its present version in scripts/lib/devtools/sqlite.py, with the hash of its .dsc"
        )
    digest_found = hashlib.sha256(found[0].read_bytes()).hexdigest()
    if digest_found != SHA256_OF_DSC:
        raise Trouble(f"{found[0].name} has the SHA-256 {digest_found}, not {SHA256_OF_DSC}")
    return found[0]


def _flags(toolchain: Toolchain) -> list[str]:
    return ["-O2", *toolchain.flags, *(f"-D{feature}" for feature in FEATURES)]


def _compile(toolchain: Toolchain, made: Path) -> None:
    say(f"Compiling SQLite for {toolchain.name}.")
    source = source_folder()
    with tempfile.TemporaryDirectory(prefix="sqlite_", dir=made.parent) as name:
        part = Path(name) / "part"
        objects = []
        for path in map(Path, SOURCES):
            made_object = Path(name) / f"{path.stem}.o"
            command: list[str | Path] = [toolchain.compiler, *_flags(toolchain), "-I", source]
            run([*command, "-c", source / path.name, "-o", made_object], what=path.name)
            objects.append(made_object)
        for folder in ("include", "lib"):
            (part / folder).mkdir(parents=True)
        run([toolchain.archiver, "rcs", part / "lib" / LIBRARY, *objects], what=LIBRARY)
        for header in HEADERS:
            shutil.copy(source / Path(header).name, part / "include")
        part.rename(made)
