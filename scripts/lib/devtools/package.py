"""scripts/package: the staged package with its wheels, the same bytes from the same inputs."""

import argparse
import os
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

from .build import build_wheels
from .kept import digest, locked, make_once, source_files, stamp
from .processes import Command, run
from .project import BUILD, DIST, EXTENSION_ID, LIB, REPO, VERSION
from .python_headers import ABIS
from .runtimes import BLENDER, Runtime, runtime
from .say import say
from .stage import stage

ZIP = DIST / f"{EXTENSION_ID}-{VERSION}.zip"
TIME = (1980, 1, 1, 0, 0, 0)  # the oldest that a zip can say
# What a zip is made from. Among it are the modules that decide how; other commands may change
# without making it stale.
SOURCES = [
    "CMakeLists.txt",
    "CMakePresets.json",
    "addon",
    "lessons",
    "native",
    "operators",
    "panels",
]
SOURCES += ["python", *(f"scripts/lib/{name}" for name in ("environments.toml", "sqlite", "wheel"))]
MAKERS = ["build", "cmake", "package", "stage"]


def main(arguments: list[str]) -> int:
    """Run the command; the zip's path is printed on stdout."""
    parser = argparse.ArgumentParser(prog="scripts/package")
    parser.add_argument("--abi", choices=[*ABIS, "all"], default="all")
    parser.add_argument("--no-validate", action="store_true")
    options = parser.parse_args(arguments)
    with locked(ZIP):
        inputs = _inputs(options.abi)
        stamp(ZIP, inputs if _make(options.abi) else "")
        if not options.no_validate:
            _validate()
    print(ZIP)
    return 0


def current_zip() -> Path:
    """Return the zip with all wheels, packaged anew when a source changed."""
    return make_once(ZIP, lambda: _make("all"), _inputs("all"))


def _inputs(abi: str) -> str:
    makers = (LIB / "devtools" / f"{name}.py" for name in MAKERS)
    return digest(source_files(*(REPO / name for name in SOURCES), *makers), abi)


def _make(abi: str) -> bool:
    """Build the wheels of tag `abi` (or all), stage the package and zip both.

    Returns:
        Whether no wheel is missing; otherwise the next one who wants the zip tries again.
    """
    wheels = build_wheels(abi)
    _zip(stage(BUILD / "stage"), wheels, ZIP)
    say(f"{ZIP.relative_to(REPO)} ({ZIP.stat().st_size / 1e6:.1f} MB)")
    return len(wheels) == (len(ABIS) if abi == "all" else 1)


def quick_zip(blender: Runtime, wheel: Path) -> Path:
    """Return a zip for one Blender on this machine: its own wheel, and lessons that it built."""
    package = stage(BUILD / "quick-stage", blender.version)
    return _zip(package, [wheel], BUILD / "quick-stage" / ZIP.name)


def _zip(package: Path, wheels: Sequence[Path], archive: Path) -> Path:
    """Put the wheels into the staged package and its manifest, and write it all as `archive`."""
    (package / "wheels").mkdir()
    for wheel in wheels:
        shutil.copy(wheel, package / "wheels")
    manifest = package / "blender_manifest.toml"
    listed = ", ".join(f'"./wheels/{wheel.name}"' for wheel in sorted(wheels))
    # Before all else, as what follows a table's head belongs to that table.
    manifest.write_text(f"wheels = [{listed}]\n{manifest.read_text('utf-8')}", "utf-8")
    part = archive.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for source in source_files(package):
            entry = zipfile.ZipInfo(source.relative_to(package).as_posix(), TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            out.writestr(entry, source.read_bytes())
    return part.replace(archive)


def _validate() -> None:
    """Let Blender's own `extension validate` judge the zip."""
    blender = runtime("4.3.2").ensure()
    environment = {**os.environ, "BLENDER_USER_RESOURCES": str(BUILD / "validate-profile")}
    argv: Command = [BLENDER, "--command", "extension", "validate", ZIP]
    run(blender.command(argv, environment), what="extension validate")
    say(f"Blender {blender.version} accepts {ZIP.name}")
