"""scripts/package: the staged package with its wheels, a zip for each system and one for all.

The same bytes from the same inputs.
"""

import argparse
import json
import os
import re
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from .build import build_wheel
from .cross import HOST, TARGETS
from .kept import digest, locked, make_once, source_files
from .libraries import library_inputs
from .processes import Command, run
from .project import BUILD, DIST, EXTENSION_ID, LIB, REPO, VERSION
from .runtimes import BLENDER, Runtime, runtime
from .say import CommandError, say
from .stage import stage
from .twice import make_again
from .wheel_checks import check

PLATFORMS = re.compile(r"^platforms = \[.*\]$", re.MULTILINE)
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
SOURCES += [
    "python",
    *(f"scripts/lib/{name}" for name in ("environments.toml", "wheel", "zig_tool.sh")),
]
MAKERS = [
    "build",
    "cmake",
    "cross",
    "foreign_python",
    "libraries",
    "package",
    "python_headers",
    "stage",
]
# The systems and CPythons of a zip that is no release. On this machine also Blenders with 3.13 are tested.
USUAL_ZIPS = BUILD / "zips"
USUAL: Mapping[str, Sequence[str]] = {HOST: ("cp311", "cp313"), "windows-x64": ("cp311",)}


def main(arguments: list[str]) -> int:
    """Run the command; the zips' paths are printed on stdout."""
    parser = argparse.ArgumentParser(prog="scripts/package")
    parser.add_argument(
        "--all", action="store_true", help="every system, every Python, and one zip for all"
    )
    parser.add_argument("--target", choices=TARGETS, help="this system's alone")
    parser.add_argument("--no-validate", action="store_true")
    parser.add_argument("--twice", action="store_true")
    options = parser.parse_args(arguments)
    chosen = _chosen(options.all, options.target)
    wheels = [build_wheel(name, tag) for name, tags in chosen.items() for tag in tags]
    if options.all and check(wheels).failed:
        raise CommandError("a wheel is not as it should be")
    archives = _archives(
        chosen, options.all and not options.target, DIST if options.all else USUAL_ZIPS
    )
    for archive in archives:
        if not options.no_validate:
            _validate(archive)
        print(archive)
    if options.twice:
        again = [each for each in arguments if each not in ("--twice", "--no-validate")]
        make_again("package", [*again, "--no-validate"], archives)
    return 0


def _chosen(everything: bool, target: str | None) -> Mapping[str, Sequence[str]]:
    chosen = {name: each.pythons for name, each in TARGETS.items()} if everything else USUAL
    if target:
        return {target: chosen.get(target, ("cp311",))}
    return chosen


def _archives(
    chosen: Mapping[str, Sequence[str]], has_one_for_all: bool, folder: Path
) -> list[Path]:
    archives = [_current({name: tags}, folder) for name, tags in chosen.items()]
    return [*archives, _current(chosen, folder)] if has_one_for_all else archives


def current_zip(target: str = HOST) -> Path:
    """Return the zip for a system, packaged anew when a source changed."""
    return _current({target: USUAL[target]}, USUAL_ZIPS)


def zip_for(blender: Runtime) -> Path:
    """Return the zip for one Blender: that of its system, or one of its own for a rarer Python."""
    if blender.python in USUAL[blender.target]:
        return current_zip(blender.target)
    return _current({blender.target: (blender.python,)}, USUAL_ZIPS / blender.python)


def archive_name(targets: Sequence[str]) -> str:
    """Return the name of the zip for these systems: as Blender names what it splits."""
    system = f"-{targets[0].replace('-', '_')}" if len(targets) == 1 else ""
    return f"{EXTENSION_ID}-{VERSION}{system}.zip"


def _current(chosen: Mapping[str, Sequence[str]], folder: Path) -> Path:
    """Return the zip of these targets and Pythons, made anew when a source changed."""
    makers = (LIB / "devtools" / f"{name}.py" for name in MAKERS)
    sources = source_files(*(REPO / name for name in SOURCES), *makers)
    pythons = json.dumps({name: list(tags) for name, tags in chosen.items()})
    inputs = digest(sources, pythons, *map(library_inputs, chosen))
    archive = folder / archive_name(list(chosen))
    return make_once(archive, lambda: _make(chosen, archive), inputs)


def _make(chosen: Mapping[str, Sequence[str]], archive: Path) -> None:
    """Build the wheels, stage the package and zip both."""
    wheels = [build_wheel(target, tag) for target, tags in chosen.items() for tag in tags]
    with locked(BUILD / "stage"):
        _zip(stage(BUILD / "stage"), list(chosen), wheels, archive)
    say(f"{archive.relative_to(REPO)} ({archive.stat().st_size / 1e6:.1f} MB)")


def quick_zip(blender: Runtime, wheel: Path) -> Path:
    """Return a zip for one Blender on this machine: its own wheel, and lessons that it built."""
    package = stage(BUILD / "quick-stage", blender.version)
    return _zip(package, [HOST], [wheel], BUILD / "quick-stage" / archive_name([HOST]))


def _zip(package: Path, targets: Sequence[str], wheels: Sequence[Path], archive: Path) -> Path:
    """Put the wheels into the staged package and its manifest, and write it all as `archive`."""
    (package / "wheels").mkdir()
    for wheel in wheels:
        shutil.copy(wheel, package / "wheels")
    manifest = package / "blender_manifest.toml"
    listed = ", ".join(f'"./wheels/{wheel.name}"' for wheel in sorted(wheels))
    text, found = PLATFORMS.subn(
        f"platforms = {json.dumps(list(targets))}", manifest.read_text("utf-8")
    )
    if found != 1:
        raise CommandError("addon/blender_manifest.toml has no line `platforms = […]`")
    # Before all else, as what follows a table's head belongs to that table.
    manifest.write_text(f"wheels = [{listed}]\n{text}", "utf-8")
    archive.parent.mkdir(parents=True, exist_ok=True)
    part = archive.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for source in source_files(package):
            entry = zipfile.ZipInfo(source.relative_to(package).as_posix(), TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            out.writestr(entry, source.read_bytes())
    return part.replace(archive)


def _validate(archive: Path) -> None:
    """Let Blender's own `extension validate` judge a zip."""
    blender = runtime("4.3.2").ensure()
    environment = {**os.environ, "BLENDER_USER_RESOURCES": str(BUILD / "validate-profile")}
    argv: Command = [BLENDER, "--command", "extension", "validate", archive]
    run(blender.command(argv, environment), what="extension validate")
    say(f"Blender {blender.version} accepts {archive.name}")
