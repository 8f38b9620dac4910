"""Whether what a wheel's name says is what is in it; a disagreement is one sentence.

Blender goes by the name, and reads of a tag only the system, the processor and the Python.
"""

import re
from collections.abc import Iterator

from .module import Module

# For each kind of platform: what its module is, and what its file's name ends in for a CPython.
LINUX = re.compile(r"manylinux_(?P<major>\d+)_(?P<minor>\d+)_(?P<machine>x86_64)$")
MACOS = re.compile(r"macosx_(?P<major>\d+)_(?P<minor>\d+)_(?P<machine>arm64|x86_64)$")
WINDOWS = re.compile(r"win_(?P<machine>amd64)$")
KINDS = {"ELF": LINUX, "MACHO": MACOS, "PE": WINDOWS}
SUFFIXES = {
    "ELF": ".cpython-{}-x86_64-linux-gnu.so",
    "MACHO": ".cpython-{}-darwin.so",
    "PE": ".cp{}-win_amd64.pyd",
}


def tags_of(wheel: str) -> tuple[str, str, str]:
    """Return Python, ABI and platform of a wheel's file name, in which a build number may stand before them."""
    python, abi, platform = wheel.removesuffix(".whl").split("-")[-3:]
    return python, abi, platform


def disagreements(wheel: str, information: str, file: str, module: Module) -> Iterator[str]:
    """Yield where a wheel disagrees with itself.

    Args:
        wheel: its file name.
        information: its file WHEEL.
        file: the name of its module's file.
        module: what that says of itself.
    """
    python, abi, platform = tags_of(wheel)
    named = re.findall(r"^Tag: (.*)$", information, re.MULTILINE)
    if named != [f"{python}-{abi}-{platform}"]:
        yield f"its WHEEL names {', '.join(named) or 'no tag'}, not {python}-{abi}-{platform}"
    number = python.removeprefix("cp")
    suffix = SUFFIXES[module.format].format(number)
    if abi != python or not file.endswith(suffix):
        yield f"{python} does not import {file}, which should end in {suffix}"
    if module.format == "PE":
        pythons = {name for name in map(str.lower, module.libraries) if name.startswith("python")}
        if pythons != {f"python{number}.dll"}:
            yield f"it needs {', '.join(sorted(pythons)) or 'no Python'}, not python{number}.dll"
    version = f"3.{number.removeprefix('3')}"
    if module.pythons != {version}:
        compiled = " and ".join(sorted(module.pythons)) or "none that is known"
        yield f"it was compiled for Python {compiled}, not {version}"
    yield from _of_platform(platform, module)


def _of_platform(platform: str, module: Module) -> Iterator[str]:
    found = KINDS[module.format].match(platform)
    if not found:
        yield f"its module is {module.format}, which is not for {platform}"
        return
    machine = found["machine"].replace("amd64", "x86_64")
    if module.machine != machine:
        yield f"its module is for {module.machine}, not for {machine}"
    if module.format == "PE":
        return
    oldest = (int(found["major"]), int(found["minor"]))
    needed = module.oldest[:2]
    if needed > oldest if module.format == "ELF" else needed != oldest:
        yield f"it needs {'.'.join(map(str, needed))} of its system, not {'.'.join(map(str, oldest))}"
