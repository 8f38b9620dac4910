"""Reading a compiled module with LIEF."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import lief

from .module import Module
from .signature import is_valid

MACHINES = {
    lief.ELF.ARCH.X86_64: "x86_64",
    lief.PE.Header.MACHINE_TYPES.AMD64: "x86_64",
    lief.MachO.Header.CPU_TYPE.X86_64: "x86_64",
    lief.MachO.Header.CPU_TYPE.ARM64: "arm64",
}
NUMBERED = re.compile(r"GLIBC_(\d+(?:\.\d+)+)$")
# The first bytes of a program or a module of any system.
MAGIC = (b"\x7fELF", b"MZ", *(bytes.fromhex(each) for each in ("cffaedfe", "cefaedfe", "cafebabe")))
# pybind11 compares this text, of its headers, with the Python that imports the module.
COMPILED_FOR = re.compile(rb"\0(3\.\d+)(?=\0)")


def read(content: bytes) -> Module:
    """Read a module.

    Raises:
        ValueError: it is of no kind that we ship.
    """
    binary = lief.parse(content)
    if isinstance(binary, lief.ELF.Binary):
        module = replace(_elf(binary), machine=MACHINES.get(binary.header.machine_type, ""))
    elif isinstance(binary, lief.PE.Binary):
        module = replace(_pe(binary), machine=MACHINES.get(binary.header.machine, ""))
    elif isinstance(binary, lief.MachO.Binary):
        module = replace(_mach_o(binary, content), machine=MACHINES.get(binary.header.cpu_type, ""))
    else:
        raise ValueError("no module of Linux, Windows or macOS")
    return replace(module, pythons=_texts(COMPILED_FOR.findall(content)))


def is_compiled(content: bytes) -> bool:
    """Tell whether a file is a program or a module, whatever its name."""
    return content.startswith(MAGIC)


def _texts(names: Iterable[str | bytes]) -> frozenset[str]:
    return frozenset(each.decode("latin-1") if isinstance(each, bytes) else each for each in names)


def _elf(binary: "lief.ELF.Binary") -> Module:
    needed = _texts(
        each.name
        for one in binary.symbols_version_requirement
        for each in one.get_auxiliary_symbols()
    )
    numbered = {name: match[1] for name in needed if (match := NUMBERED.match(name))}
    # Those of glibc have versions, which say more. LIEF's imported_symbols lack those without a type.
    others = (each.name for each in binary.dynamic_symbols if _is_needed(each))
    search = [str(entry) for entry in binary.dynamic_entries if "PATH" in str(entry.tag)]
    return Module(
        "ELF",
        _texts(each.name for each in binary.exported_symbols),
        _texts(others),
        _texts(binary.libraries),
        max((tuple(map(int, each.split("."))) for each in numbered.values()), default=()),
        search_paths=tuple(search),
        other_versions=needed - numbered.keys(),
    )


def _is_needed(symbol: "lief.ELF.Symbol") -> bool:
    version = symbol.symbol_version
    is_versioned = version is not None and version.has_auxiliary_version
    is_global = symbol.binding == lief.ELF.Symbol.BINDING.GLOBAL
    return bool(symbol.name) and symbol.shndx == 0 and is_global and not is_versioned


def _pe(binary: "lief.PE.Binary") -> Module:
    imports = [*binary.imports, *binary.delay_imports]
    return Module(
        "PE",
        _texts(each.name for each in binary.exported_functions),
        _texts(entry.name for one in imports for entry in one.entries),
        _texts(one.name for one in imports),
    )


def _mach_o(binary: "lief.MachO.Binary", content: bytes) -> Module:
    flags = lief.MachO.Header.FLAGS
    weak = [flag for flag in (flags.WEAK_DEFINES, flags.BINDS_TO_WEAK) if binary.header.has(flag)]
    version = binary.build_version
    signature = binary.code_signature
    return Module(
        "MACHO",
        _texts(each.name for each in binary.exported_symbols),
        _texts(each.name for each in binary.imported_symbols),
        _texts(each.name for each in binary.libraries),
        tuple(version.minos) if version is not None else (),
        bool(weak),
        signature is not None and is_valid(content, signature.data_offset),
        tuple(_texts(each.path for each in binary.rpaths)),
    )


def exported(library: str) -> frozenset[str]:
    """Return the names that a library file offers.

    Raises:
        ValueError: it is of no kind that we know.
    """
    return read(Path(library).read_bytes()).exports
