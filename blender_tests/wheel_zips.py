"""Zips of the add-on with other wheels than MALLOC_VR_ZIP has, made from it."""

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

from installation import zip_path

PACKAGE = "malloc_vr_native"
SYSTEMS = {
    "linux-x64": "manylinux_2_28_x86_64",
    "windows-x64": "win_amd64",
    "macos-arm64": "macosx_11_0_arm64",
    "macos-x64": "macosx_11_0_x86_64",
}
_LISTED = re.compile(r"^wheels = \[.*\]$", re.MULTILINE)
_PLATFORMS = re.compile(r"^platforms = \[.*\]$", re.MULTILINE)
_VERSION = re.compile(r'^version = "(.*)"$', re.MULTILINE)

Wheels = Mapping[str, bytes]


def real_wheels() -> dict[str, bytes]:
    """Return the wheels of MALLOC_VR_ZIP by their file names."""
    with zipfile.ZipFile(zip_path()) as archive:
        names = [name for name in archive.namelist() if name.endswith(".whl")]
        return {Path(name).name: archive.read(name) for name in names}


def other_wheels(real: Wheels) -> dict[str, bytes]:
    """Return, for the Pythons of `real` on every other system, wheels that fail when imported."""
    made = {}
    for name in real:
        head, tag, _abi, _platform = name.rsplit("-", 3)
        for platform in SYSTEMS.values():
            full = f"{tag}-{tag}-{platform}"
            made[f"{head}-{full}.whl"] = _marker(head.split("-")[1], full)
    return {name: content for name, content in made.items() if name not in real}


def _marker(version: str, tag: str) -> bytes:
    """Return a wheel of the name and the folders of a real one."""
    files = {
        f"{PACKAGE}/__init__.py": f"raise ImportError('this is the wheel for {tag}')\n",
        f"{PACKAGE}-{version}.dist-info/METADATA": f"Name: {PACKAGE}\nVersion: {version}\n",
        f"{PACKAGE}-{version}.dist-info/WHEEL": f"Wheel-Version: 1.0\nTag: {tag}\n",
    }
    record = f"{PACKAGE}-{version}.dist-info/RECORD"
    files[record] = "".join(f"{name},,\n" for name in [*files, record])
    return _zipped({name: text.encode() for name, text in files.items()})


def with_changed_module(wheel: bytes, old: bytes, new: bytes) -> bytes:
    """Return a wheel in whose compiled file `old` is replaced by `new`, of the same length."""
    with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    compiled = next(name for name in files if name.endswith((".so", ".pyd")))
    assert old in files[compiled] and len(old) == len(new), f"{compiled} has no {old!r}"
    files[compiled] = files[compiled].replace(old, new)
    return _zipped(files)


def make_zip(out: Path, wheels: Wheels, version: str = "") -> Path:
    """Write the add-on with these wheels, and in another version if one is given, to `out`."""
    with zipfile.ZipFile(zip_path()) as archive:
        names = [name for name in archive.namelist() if not name.endswith(".whl")]
        files = {name: archive.read(name) for name in names}
    manifest = next(name for name in files if name.endswith("blender_manifest.toml"))
    listed = ", ".join(f'"./wheels/{name}"' for name in sorted(wheels))
    text = _LISTED.sub(f"wheels = [{listed}]", files[manifest].decode())
    text = _PLATFORMS.sub(f"platforms = {list(SYSTEMS)}", text)
    if version:
        text = _VERSION.sub(f'version = "{version}"', text)
    files[manifest] = text.encode()
    folder = manifest.removesuffix("blender_manifest.toml")
    files |= {f"{folder}wheels/{name}": content for name, content in wheels.items()}
    out.write_bytes(_zipped(files))
    return out


def _zipped(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return written.getvalue()
