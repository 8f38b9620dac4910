"""The extension zip: the staged package with its wheels, the same bytes from the same inputs."""

import json
import os
import shutil
import zipfile
from collections.abc import Sequence
from pathlib import Path

from .commands.build import build_wheels
from .digest import digest, source_files
from .locks import locked_folder
from .paths import BUILD, DIST, LIB, REPO
from .processes import run
from .runtimes import Runtime, runtime
from .say import say
from .stage import stage
from .version import extension_id, version
from .wheels import PACKAGE, WHEELS

INPUTS = [
    "CMakeLists.txt",
    "CMakePresets.json",
    "addon",
    "native",
    "operators",
    "panels",
    "python",
    "lessons",
]
TIME = (1980, 1, 1, 0, 0, 0)  # the oldest that a zip can say
# What decides how the zip is made; other commands may change without making it stale.
MAKERS = [
    LIB / "environments.toml",
    LIB / "sqlite",
    LIB / "wheel",
    *(
        LIB / "devtools" / f"{name}.py"
        for name in ("cmake", "lessons", "package", "sqlite", "stage", "wheels")
    ),
]
RECORD = DIST / "package.json"


def zip_path() -> Path:
    """Return where the zip of this version is."""
    return DIST / f"{extension_id()}-{version()}.zip"


def current_zip(wanted: str = "all") -> Path:
    """Return the zip, packaged anew when a source is newer or a wheel is missing."""
    DIST.mkdir(exist_ok=True)
    with locked_folder(DIST):
        if _recorded(wanted) and zip_path().is_file():
            return zip_path()
        return make_zip(wanted)


def make_zip(wanted: str = "all") -> Path:
    """Build the wheels of tag `wanted` (or all), stage the package and zip both."""
    inputs = _inputs()
    built = build_wheels(wanted)
    wheels = sorted(path for tag in built for path in WHEELS.glob(f"{PACKAGE}-*-{tag}-*.whl"))
    _zip(stage(BUILD / "stage"), wheels, zip_path())
    RECORD.write_text(json.dumps({"inputs": inputs, "asked": wanted, "wheels": built}), "utf-8")
    say(f"{zip_path().relative_to(REPO)} ({zip_path().stat().st_size / 1e6:.1f} MB)")
    return zip_path()


def quick_zip(blender: Runtime, wheel: Path) -> Path:
    """Return a zip for one Blender on this machine: its own wheel, and lessons that it built."""
    package = stage(BUILD / "quick-stage", blender.version)
    archive = BUILD / "quick-stage" / zip_path().name
    _zip(package, [wheel], archive)
    return archive


def _zip(package: Path, wheels: Sequence[Path], archive: Path) -> None:
    """Put the wheels into the staged package and write both as `archive`."""
    (package / "wheels").mkdir()
    for wheel in wheels:
        shutil.copy(wheel, package / "wheels")
    _name_wheels(package / "blender_manifest.toml", [wheel.name for wheel in wheels])
    _write_zip(package, archive)


def validate(path: Path) -> None:
    """Let Blender's own `extension validate` judge the zip.

    Raises:
        CommandError: when it rejects.
    """
    blender = runtime("4.3.2")
    blender.ensure()
    argv: list[str | Path] = ["/usr/bin/blender", "--command", "extension", "validate", path]
    environment = {**os.environ, "BLENDER_USER_RESOURCES": str(BUILD / "validate-profile")}
    run(blender.command(argv, environment), what="extension validate")
    say(f"Blender {blender.version} accepts {path.name}")


def _inputs() -> str:
    return digest(source_files(*(REPO / name for name in INPUTS), *MAKERS))


def _recorded(wanted: str) -> bool:
    if not RECORD.is_file():
        return False
    record = json.loads(RECORD.read_text("utf-8"))
    covers = record["asked"] == wanted or wanted in record["wheels"]
    return bool(covers and record["inputs"] == _inputs())


def _name_wheels(manifest: Path, names: Sequence[str]) -> None:
    """Put the list of wheels into the staged manifest, before its first table."""
    lines = manifest.read_text("utf-8").splitlines()
    at = next((i for i, line in enumerate(lines) if line.startswith("[")), len(lines))
    listed = ["wheels = [", *(f'    "./wheels/{name}",' for name in names), "]", ""]
    manifest.write_text("\n".join([*lines[:at], *listed, *lines[at:]]) + "\n", "utf-8")


def _write_zip(package: Path, path: Path) -> None:
    part = path.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for source in source_files(package):
            entry = zipfile.ZipInfo(source.relative_to(package).as_posix(), TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, source.read_bytes())
    part.replace(path)
