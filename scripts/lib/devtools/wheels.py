"""Wheels of the native module: one per CPython, with the shared libraries they need inside."""

import re
import shutil
import tempfile
import tomllib
import zipfile
from pathlib import Path

from .cmake import build, module_preset
from .digest import digest
from .locks import locked_folder
from .paths import BUILD, DIST, LIB, PYPROJECT, REPO
from .processes import output_of, run
from .python_headers import TRIPLET, Abi, ensure_headers
from .say import Trouble, say
from .tools import environment, tool
from .version import version

PACKAGE = "malloc_vr_native"
SOURCE = REPO / "python" / PACKAGE
WHEELS = DIST / "wheels"
# glibc 2.34 is Ubuntu 22.04's and RHEL 9's; a newer tag would shut those users out.
PLATFORM = "manylinux_2_34_x86_64"
NEWEST_GLIBC = (2, 34)
PYBIND11_INCLUDE = "import pybind11; print(pybind11.get_include())"


def module_options(abi: Abi) -> dict[str, str]:
    """Return the CMake cache variables with which the module is built for `abi`."""
    return {
        "MALLOC_VR_MODULE": "ON",
        "MALLOC_VR_PYTHON_ABI": abi.tag,
        "MALLOC_VR_PYTHON_INCLUDE": str(ensure_headers(abi)),
        "CMAKE_MODULE_LINKER_FLAGS": f"-Wl,--version-script={LIB / 'exports.map'}",
        "PYBIND11_INCLUDE": output_of([tool("python"), "-c", PYBIND11_INCLUDE]).strip(),
    }


def build_module(abi: Abi) -> Path:
    """Compile the extension module for `abi`; return the file."""
    return module_in(build(module_preset(abi.tag), module_options(abi)))


def module_in(folder: Path) -> Path:
    """Return the one extension module that a build folder holds."""
    found = list((folder / "native" / "bindings").glob("_native*.so"))
    if len(found) != 1:
        raise Trouble(f"{folder} holds {len(found)} extension modules instead of one")
    return found[0]


def build_wheel(abi: Abi) -> Path:
    """Build, assemble and check the wheel for `abi`; return the file in dist/wheels."""
    with locked_folder(WHEELS / abi.tag):
        return _build_wheel(abi)


def _build_wheel(abi: Abi) -> Path:
    module = build_module(abi)
    _check_symbols(module)
    WHEELS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="wheel_", dir=BUILD) as name:
        folder = Path(name)
        _lay_out(abi, module, folder / "tree")
        # Fixed times, so that the same inputs give the same wheel.
        env = {**environment(), "SOURCE_DATE_EPOCH": "315532800"}
        pack: list[str | Path] = [tool("wheel"), "pack", folder / "tree", "-d", folder]
        run(pack, env=env, what="packing the wheel")
        raw = next(folder.glob("*.whl"))
        repair: list[str | Path] = [
            tool("auditwheel"),
            "repair",
            raw,
            "--plat",
            PLATFORM,
            "-w",
            folder / "out",
        ]
        run(repair, env=env, what="auditwheel")
        made = next((folder / "out").glob("*.whl"))
        _check_tag(made)
        _check_bundled(made)
        for old in WHEELS.glob(f"{PACKAGE}-*-{abi.tag}-*.whl"):
            old.unlink()
        wheel = Path(shutil.copy(made, WHEELS))
    say(f"{wheel.relative_to(REPO)} ({wheel.stat().st_size / 1e6:.1f} MB) for {abi.blenders}")
    return wheel


def unpack(wheel: Path, folder: Path) -> Path:
    """Unpack a wheel into `folder`, unless it holds that wheel already; return the folder."""
    stamp = folder / ".wheel"
    wanted = digest([wheel])
    with locked_folder(folder):
        if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
            shutil.rmtree(folder, ignore_errors=True)
            with zipfile.ZipFile(wheel) as archive:
                archive.extractall(folder)
            stamp.write_text(wanted, "utf-8")
    return folder


def _lay_out(abi: Abi, module: Path, tree: Path) -> None:
    package = tree / PACKAGE
    shutil.copytree(SOURCE, package, ignore=shutil.ignore_patterns("__pycache__", "*.so"))
    digits = abi.tag.removeprefix("cp")
    shipped = Path(shutil.copy(module, package / f"_native.cpython-{digits}-{TRIPLET}.so"))
    run(["strip", "--strip-unneeded", shipped])
    information = tree / f"{PACKAGE}-{version()}.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(_metadata(), "utf-8")
    (information / "WHEEL").write_text(
        "Wheel-Version: 1.0\nGenerator: malloc_vr scripts/build\nRoot-Is-Purelib: false\n"
        f"Tag: {abi.tag}-{abi.tag}-linux_x86_64\n",
        "utf-8",
    )


def _metadata() -> str:
    project = tomllib.loads(PYPROJECT.read_text("utf-8"))["project"]
    return (
        "Metadata-Version: 2.4\n"
        f"Name: {project['name']}\n"
        f"Version: {version()}\n"
        f"Summary: {project['description']}\n"
        f"License-Expression: {project['license']}\n"
        f"Requires-Python: {project['requires-python']}\n"
    )


def _check_symbols(module: Path) -> None:
    """Only the init function may be visible: other add-ons load other copies of our libraries."""
    listing = output_of(["nm", "-D", "--defined-only", "--extern-only", module])
    names = [line.split()[-1] for line in listing.splitlines()]
    visible = [name for name in names if not name.startswith("PyInit_")]
    if visible or not names:
        shown = ", ".join(visible[:5]) or "no init function"
        raise Trouble(f"{module.name} exports {len(visible)} symbols of its own: {shown}")


def _check_tag(wheel: Path) -> None:
    tags = re.findall(r"manylinux_(\d+)_(\d+)_x86_64", wheel.name)
    glibcs = [(int(major), int(minor)) for major, minor in tags]
    if not glibcs or max(glibcs) > NEWEST_GLIBC:
        raise Trouble(f"{wheel.name} needs a newer glibc than {PLATFORM}")
    say(f"platform tag {'.'.join(map(str, max(glibcs)))}: manylinux_2_34 or lower, as it must be")


def _check_bundled(wheel: Path) -> None:
    """SQLite is linked in: a second one beside it would be the distribution's."""
    with zipfile.ZipFile(wheel) as archive:
        found = [name for name in archive.namelist() if "sqlite3" in Path(name).name]
    if found:
        raise Trouble(f"{wheel.name} carries a SQLite that is not ours: {', '.join(found)}")
