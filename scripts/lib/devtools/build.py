"""scripts/build: wheels of the native module, one for each CPython of each target."""

import argparse
import os
import shutil
import zipfile
from pathlib import Path

from . import cmake
from .cross import HOST, TARGETS
from .foreign_python import ensure_foreign_python, include_folder
from .kept import digest, locked, make_once
from .processes import Command, output_of, run
from .project import BUILD, DIST, REPO
from .python_headers import ABIS, ensure_headers
from .say import CommandError, say
from .tools import environment, tool
from .twice import make_again

PACKAGE = "malloc_vr_native"
SOURCE = REPO / "python" / PACKAGE
WHEELS = DIST / "wheels"
HOST_ABI = "cp311"
# Of a module that the machine's own compiler made: auditwheel rejects one that needs a newer glibc.
HOST_WHEEL = "manylinux_2_34_x86_64"
# Blender 4.2.0 looks at the system in a wheel's file name alone, and of several for it takes the one whose
# name comes last. Its Python is 3.11, so that one's build number is the highest.
BUILD_NUMBERS, BUILD_NUMBER = {"cp311": "2"}, "1"
PYBIND11_INCLUDE = "import pybind11; print(pybind11.get_include())"


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/build")
    parser.add_argument("--target", choices=TARGETS, default=HOST)
    parser.add_argument("--python", choices=ABIS, default=HOST_ABI)
    parser.add_argument("--twice", action="store_true")
    options = parser.parse_args(arguments)
    wheel = build_wheel(options.target, options.python)
    if options.twice:
        make_again("build", ["--target", options.target, "--python", options.python], [wheel])
    return 0


def module_options(target: str, tag: str) -> dict[str, str]:
    """Return the CMake cache variables with which the module is built for a CPython of a target."""
    pybind11 = output_of([tool("build", "python"), "-c", PYBIND11_INCLUDE]).strip()
    options = {"MALLOC_VR_PYTHON_ABI": tag, "PYBIND11_INCLUDE": pybind11}
    if target == HOST:
        return {**options, "MALLOC_VR_PYTHON_INCLUDE": str(ensure_headers(tag))}
    home = ensure_foreign_python(target, tag)
    options["MALLOC_VR_PYTHON_INCLUDE"] = str(include_folder(home))
    library = home / "libs" / f"python{tag.removeprefix('cp')}.lib"
    return {**options, "MALLOC_VR_PYTHON_LIBRARY": str(library)} if library.is_file() else options


def install_package(folder: Path, tree: Path, *options: str) -> Path:
    """Lay the package out in `tree` from the build folder `folder`, as a wheel has it; return it."""
    shutil.rmtree(tree, ignore_errors=True)
    command: Command = ["cmake", "--install", folder, "--prefix", tree, *options]
    run(command, what="laying out the package")
    return tree


def build_wheel(target: str, tag: str) -> Path:
    """Build the wheel for a CPython of a target, with zig; return the file in `WHEELS`.

    Raises:
        CommandError: when there is no such Python there, or it cannot be built.
    """
    if tag not in TARGETS[target].pythons:
        raise CommandError(f"no wheel of {target} for {tag}; {', '.join(TARGETS[target].pythons)}")
    folder = f"{target}-{tag}"
    with locked(WHEELS / folder):
        options = module_options(target, tag)
        built = cmake.build("wheel", options, PACKAGE, system=target, folder=folder)
        platform = TARGETS[target].wheel
        return _keep(_assemble(built, tag, platform), tag, platform, WHEELS)


def build_quick_wheel(tag: str, out: Path) -> Path:
    """Build a wheel for this machine alone, with its own compiler; return the file in `out`."""
    with locked(out / tag):
        built = cmake.build("quick", module_options(HOST, tag), PACKAGE)
        return _keep(_assemble(built, tag, HOST_WHEEL), tag, HOST_WHEEL, out)


def _keep(made: Path, tag: str, platform: str, out: Path) -> Path:
    """Put a wheel into `out` instead of the one before it."""
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob(f"{PACKAGE}-*-{tag}-*{platform}*.whl"):
        old.unlink()
    wheel = Path(shutil.move(made, out))
    size = wheel.stat().st_size / 1e6
    say(f"{wheel.relative_to(REPO)} ({size:.1f} MB) for {ABIS[tag]['blenders']}")
    return wheel


def _assemble(built: Path, tag: str, platform: str) -> Path:
    """Make the wheel of a build folder, for a Python and a platform as a wheel's file name has them."""
    is_linux = platform.startswith("manylinux")
    folder = built / "wheel"
    shutil.rmtree(folder, ignore_errors=True)
    tree = install_package(built, folder / "tree", *(["--strip"] if is_linux else []))
    # Fixed times, so that the same inputs give the same wheel.
    env = {**environment("build"), "SOURCE_DATE_EPOCH": "315532800"}
    pack: Command = [tool("build", "wheel"), "pack", tree, "-d", folder]
    number = BUILD_NUMBERS.get(tag, BUILD_NUMBER)
    run([*pack, "--build-number", number], env=env, what="packing the wheel")
    if not is_linux:
        return next(folder.glob("*.whl"))
    repair: Command = [tool("build", "auditwheel"), "repair", *folder.glob("*.whl")]
    run([*repair, "--plat", platform, "-w", folder / "out"], env=env, what="auditwheel")
    made = next((folder / "out").glob("*.whl"))
    # SQLite is linked in: a second one beside it would be the distribution's.
    found = [name for name in zipfile.ZipFile(made).namelist() if "sqlite3" in Path(name).name]
    if found:
        raise CommandError(f"{made.name} carries a SQLite that is not ours: {', '.join(found)}")
    return made


def unpacked_module(target: str = HOST) -> Path:
    """Build the wheel of a target for Python 3.11 and unpack it; return the folder."""
    wheel = build_wheel(target, HOST_ABI)
    folder = BUILD / ("python" if target == HOST else f"python-{target}")

    def unpack() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        zipfile.ZipFile(wheel).extractall(folder)

    return make_once(folder, unpack, digest([wheel]))


def python_environment(module: Path) -> dict[str, str]:
    """Return our environment with `module` importable, and `core` as a package of its own."""
    # The wheel comes first: the repository's malloc_vr_native has no compiled module in it.
    path = os.pathsep.join([str(module), str(REPO / "python")])
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
