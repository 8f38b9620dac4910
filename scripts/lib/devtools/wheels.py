"""Wheels of the native module: one per CPython, with the shared libraries they need inside."""

import shutil
import tempfile
import zipfile
from pathlib import Path

from .cmake import build
from .digest import digest
from .locks import locked_folder
from .paths import BUILD, DIST, REPO
from .processes import output_of, run
from .python_headers import Abi, ensure_headers
from .say import CommandError, say
from .tools import environment, tool

PACKAGE = "malloc_vr_native"
SOURCE = REPO / "python" / PACKAGE
WHEELS = DIST / "wheels"
# glibc 2.34 is Ubuntu 22.04's and RHEL 9's; auditwheel rejects a module that needs a newer one.
PLATFORM = "manylinux_2_34_x86_64"
PYBIND11_INCLUDE = "import pybind11; print(pybind11.get_include())"


def module_options(abi: Abi) -> dict[str, str]:
    """Return the CMake cache variables with which the module is built for `abi`."""
    return {
        "MALLOC_VR_PYTHON_ABI": abi.tag,
        "MALLOC_VR_PYTHON_INCLUDE": str(ensure_headers(abi)),
        "PYBIND11_INCLUDE": output_of([tool("build", "python"), "-c", PYBIND11_INCLUDE]).strip(),
    }


def install_package(folder: Path, tree: Path, *options: str) -> Path:
    """Lay the package out in `tree` from the build folder `folder`, as a wheel has it; return it."""
    shutil.rmtree(tree, ignore_errors=True)
    command: list[str | Path] = ["cmake", "--install", folder, "--prefix", tree, *options]
    run(command, what="laying out the package")
    return tree


def build_wheel(abi: Abi, preset: str = "", out: Path = WHEELS) -> Path:
    """Build, assemble and check the wheel for `abi`; return the file in `out`.

    `preset` is that of the release build when it is left out.

    Raises:
        CommandError: when it does not compile, or would not fit everywhere.
    """
    with locked_folder(out / abi.tag):
        return _build_wheel(abi, preset or abi.tag, out)


def _build_wheel(abi: Abi, preset: str, out: Path) -> Path:
    built = build(preset, module_options(abi), "malloc_vr_native")
    _check_symbols(next((built / "native" / "bindings").glob("_native*.so")))
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="wheel_", dir=BUILD) as name:
        folder = Path(name)
        tree = install_package(built, folder / "tree", "--strip")
        # Fixed times, so that the same inputs give the same wheel.
        env = {**environment("build"), "SOURCE_DATE_EPOCH": "315532800"}
        run([tool("build", "wheel"), "pack", tree, "-d", folder], env=env, what="packing the wheel")
        repair: list[str | Path] = [tool("build", "auditwheel"), "repair", *folder.glob("*.whl")]
        repair += ["--plat", PLATFORM, "-w", folder / "out"]
        run(repair, env=env, what="auditwheel")
        made = next((folder / "out").glob("*.whl"))
        _check_bundled(made)
        for old in out.glob(f"{PACKAGE}-*-{abi.tag}-*.whl"):
            old.unlink()
        wheel = Path(shutil.copy(made, out))
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


def _check_symbols(module: Path) -> None:
    """Only the init function may be visible: other add-ons load other copies of our libraries."""
    listing = output_of(["nm", "-D", "--defined-only", "--extern-only", module])
    names = [line.split()[-1] for line in listing.splitlines()]
    visible = [name for name in names if not name.startswith("PyInit_")]
    if visible or not names:
        shown = ", ".join(visible[:5]) or "no init function"
        raise CommandError(f"{module.name} exports {len(visible)} symbols of its own: {shown}")


def _check_bundled(wheel: Path) -> None:
    """SQLite is linked in: a second one beside it would be the distribution's."""
    with zipfile.ZipFile(wheel) as archive:
        found = [name for name in archive.namelist() if "sqlite3" in Path(name).name]
    if found:
        raise CommandError(f"{wheel.name} carries a SQLite that is not ours: {', '.join(found)}")
