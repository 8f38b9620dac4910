"""Reading a compiled module with LIEF."""

import re
from collections.abc import Iterable
from pathlib import Path

import lief

from .module import Module


def read(content: bytes) -> Module:
    """Read a module.

    Raises:
        ValueError: it is of no kind that we ship.
    """
    binary = lief.parse(content)
    if isinstance(binary, lief.ELF.Binary):
        return _elf(binary)
    if isinstance(binary, lief.PE.Binary):
        return _pe(binary)
    if isinstance(binary, lief.MachO.Binary):
        return _mach_o(binary)
    raise ValueError("no module of Linux, Windows or macOS")


def _texts(names: Iterable[str | bytes]) -> frozenset[str]:
    return frozenset(each.decode("latin-1") if isinstance(each, bytes) else each for each in names)


def _elf(binary: "lief.ELF.Binary") -> Module:
    needed = (
        each for one in binary.symbols_version_requirement for each in one.get_auxiliary_symbols()
    )
    versions = re.findall(
        r"^GLIBC_([\d.]+)$", "\n".join(_texts(each.name for each in needed)), re.M
    )
    search = [str(entry) for entry in binary.dynamic_entries if "PATH" in str(entry.tag)]
    return Module(
        "ELF",
        _texts(each.name for each in binary.exported_symbols),
        _texts(each.name for each in binary.imported_symbols if each.name),
        _texts(binary.libraries),
        max((tuple(map(int, each.split("."))) for each in versions), default=()),
        search_paths=tuple(search),
    )


def _pe(binary: "lief.PE.Binary") -> Module:
    return Module(
        "PE",
        _texts(each.name for each in binary.exported_functions),
        _texts(entry.name for one in binary.imports for entry in one.entries),
        _texts(one.name for one in binary.imports),
    )


def _mach_o(binary: "lief.MachO.Binary") -> Module:
    flags = lief.MachO.Header.FLAGS
    weak = [flag for flag in (flags.WEAK_DEFINES, flags.BINDS_TO_WEAK) if binary.header.has(flag)]
    version = binary.build_version
    return Module(
        "MACHO",
        _texts(each.name for each in binary.exported_symbols),
        _texts(each.name for each in binary.imported_symbols),
        _texts(each.name for each in binary.libraries),
        tuple(version.minos) if version is not None else (),
        bool(weak),
        binary.has_code_signature,
        tuple(_texts(each.path for each in binary.rpaths)),
    )


def exported(library: str) -> frozenset[str]:
    """Return the names that a library file offers.

    Raises:
        ValueError: it is of no kind that we know.
    """
    return read(Path(library).read_bytes()).exports
