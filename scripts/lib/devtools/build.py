"""scripts/build: wheels of the native module, one per CPython, with the libraries they need inside."""

import argparse
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

from . import cmake
from .kept import digest, locked, make_once
from .processes import Command, output_of, run
from .project import BUILD, DIST, REPO
from .python_headers import ABIS, ensure_headers
from .say import CommandError, say
from .tools import environment, tool

PACKAGE = "malloc_vr_native"
SOURCE = REPO / "python" / PACKAGE
WHEELS = DIST / "wheels"
HOST_ABI = "cp311"
# glibc 2.34 is Ubuntu 22.04's and RHEL 9's; auditwheel rejects a module that needs a newer one.
PLATFORM = "manylinux_2_34_x86_64"
PYBIND11_INCLUDE = "import pybind11; print(pybind11.get_include())"
# Debian's unstable suite moves: without its headers a build that did not ask for it goes on.
MAY_BE_MISSING = {"cp314"}


def main(arguments: list[str]) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="scripts/build")
    parser.add_argument("--abi", choices=[*ABIS, "all"], default="all")
    build_wheels(parser.parse_args(arguments).abi)
    return 0


def build_wheels(wanted: str) -> list[Path]:
    """Build the wheel of one tag, or of all; return the wheels.

    Raises:
        CommandError: when a wheel fails, unless the headers of one of `MAY_BE_MISSING` are missing
            and it is one of all.
    """
    tags = list(ABIS) if wanted == "all" else [wanted]
    return [build_wheel(tag) for tag in tags if wanted != "all" or _can_be_built(tag)]


def _can_be_built(tag: str) -> bool:
    try:
        ensure_headers(tag)
    except CommandError as trouble:
        if tag not in MAY_BE_MISSING:
            raise
        say(f"WARNING: NO WHEEL FOR {tag} ({ABIS[tag]['blenders']}): {trouble}")
        return False
    return True


def module_options(tag: str) -> dict[str, str]:
    """Return the CMake cache variables with which the module is built for an ABI."""
    return {
        "MALLOC_VR_PYTHON_ABI": tag,
        "MALLOC_VR_PYTHON_INCLUDE": str(ensure_headers(tag)),
        "PYBIND11_INCLUDE": output_of([tool("build", "python"), "-c", PYBIND11_INCLUDE]).strip(),
    }


def install_package(folder: Path, tree: Path, *options: str) -> Path:
    """Lay the package out in `tree` from the build folder `folder`, as a wheel has it; return it."""
    shutil.rmtree(tree, ignore_errors=True)
    command: Command = ["cmake", "--install", folder, "--prefix", tree, *options]
    run(command, what="laying out the package")
    return tree


def build_wheel(tag: str, preset: str = "", out: Path = WHEELS) -> Path:
    """Build, assemble and check the wheel for an ABI; return the file in `out`.

    `preset` is that of the release build when it is left out.
    """
    with locked(out / tag):
        built = cmake.build(preset or tag, module_options(tag), PACKAGE)
        _check_symbols(next((built / "native" / "bindings").glob("_native*.so")))
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix="wheel_", dir=BUILD) as folder:
            made = _assemble(built, Path(folder))
            for old in out.glob(f"{PACKAGE}-*-{tag}-*.whl"):
                old.unlink()
            wheel = Path(shutil.copy(made, out))
    size = wheel.stat().st_size / 1e6
    say(f"{wheel.relative_to(REPO)} ({size:.1f} MB) for {ABIS[tag]['blenders']}")
    return wheel


def _assemble(built: Path, folder: Path) -> Path:
    tree = install_package(built, folder / "tree", "--strip")
    # Fixed times, so that the same inputs give the same wheel.
    env = {**environment("build"), "SOURCE_DATE_EPOCH": "315532800"}
    run([tool("build", "wheel"), "pack", tree, "-d", folder], env=env, what="packing the wheel")
    repair: Command = [tool("build", "auditwheel"), "repair", *folder.glob("*.whl")]
    run([*repair, "--plat", PLATFORM, "-w", folder / "out"], env=env, what="auditwheel")
    made = next((folder / "out").glob("*.whl"))
    # SQLite is linked in: a second one beside it would be the distribution's.
    found = [name for name in zipfile.ZipFile(made).namelist() if "sqlite3" in Path(name).name]
    if found:
        raise CommandError(f"{made.name} carries a SQLite that is not ours: {', '.join(found)}")
    return made


def _check_symbols(module: Path) -> None:
    """Only the init function may be visible: other add-ons load other copies of our libraries."""
    listing = output_of(["nm", "-D", "--defined-only", "--extern-only", module])
    names = [line.split()[-1] for line in listing.splitlines()]
    visible = [name for name in names if not name.startswith("PyInit_")]
    if visible or not names:
        shown = ", ".join(visible[:5]) or "no init function"
        raise CommandError(f"{module.name} exports {len(visible)} symbols of its own: {shown}")


def unpacked_module() -> Path:
    """Build the wheel for the host's Python and unpack it; return the folder."""
    wheel, folder = build_wheel(HOST_ABI), BUILD / "python"

    def unpack() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        zipfile.ZipFile(wheel).extractall(folder)

    return make_once(folder, unpack, digest([wheel]))


def python_environment(module: Path) -> dict[str, str]:
    """Return our environment with `module` importable, and `core` as a package of its own."""
    # The wheel comes first: the repository's malloc_vr_native has no compiled module in it.
    path = os.pathsep.join([str(module), str(REPO / "python")])
    return {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
