"""Having the add-on installed in the Blender that runs the tests, as a user would."""

import os
import sys
import zipfile
import zlib
from pathlib import Path

import bpy

# isort: split
import addon_utils  # can be found once bpy is imported

PACKAGE = "bl_ext.user_default.malloc_vr"


def own_arguments() -> list[str]:
    """The words that follow the script, in Blender the program and in the module."""
    return sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]


def zip_path() -> str:
    """The zip that MALLOC_VR_ZIP names.

    Raises:
        SystemExit: There is none; says how to make it.
    """
    path = os.environ.get("MALLOC_VR_ZIP", "")
    if Path(path).is_file():
        return path
    state = f"is {path}, which is no file" if path else "is not set"
    raise SystemExit(
        f"MALLOC_VR_ZIP {state}: make the add-on's zip with scripts/package --target "
        "linux-x64 --no-validate and set MALLOC_VR_ZIP to the path that it prints."
    )


def ensure_installed() -> None:
    """Have the add-on enabled; install the zip that MALLOC_VR_ZIP names if it is not there.

    The record of the person who runs the tests is left alone: theirs lies with the profile.
    """
    profile = Path(bpy.utils.resource_path("USER"))
    os.environ.setdefault("MALLOC_VR_DATA", str(profile / "record"))
    if addon_utils.check(PACKAGE)[1]:
        _require_same_build(profile / "extensions" / "user_default" / "malloc_vr")
        return
    bpy.ops.extensions.package_install_files(
        filepath=zip_path(),
        repo="user_default",
        enable_on_install=True,
        overwrite=True,
    )
    bpy.ops.wm.save_userpref()  # the tests start other Blenders on this profile
    if not addon_utils.check(PACKAGE)[1]:
        raise SystemExit(f"{PACKAGE} is not enabled after its installation")


def _require_same_build(installed: Path) -> None:
    """A profile that is used again may hold what an older zip brought; tests of that say nothing.

    Raises:
        SystemExit: It does.
    """
    with zipfile.ZipFile(zip_path()) as archive:
        other = [
            one.filename
            for one in archive.infolist()
            if one.filename.endswith((".py", ".whl"))
            and not _has(installed / one.filename, one.CRC)
        ]
    if other:
        raise SystemExit(
            f"{installed} holds another build than MALLOC_VR_ZIP, for example {other[0]}: "
            "use a new profile (BLENDER_USER_RESOURCES)."
        )


def _has(file: Path, crc: int) -> bool:
    return file.is_file() and zlib.crc32(file.read_bytes()) == crc
