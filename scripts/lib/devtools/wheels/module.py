"""What a compiled module says of itself, in one form for ELF, PE and Mach-O."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Module:
    """What concerns whoever loads it.

    Attributes:
        format: ELF, PE or MACHO.
        exports: the names that others can see.
        imports: the names that it needs of others; on Linux without those of glibc.
        libraries: the shared libraries that it names.
        oldest: of macOS the version that it asks for, of glibc the newest symbol's; empty on Windows.
        weak: whether the system may put other modules' definitions in the place of its own (macOS).
        is_signed: whether it carries a signature that fits it (macOS).
        search_paths: folders that it looks for libraries in.
        machine: the processor that it is for, x86_64 or arm64.
        other_versions: what it needs of glibc beside numbered versions, such as GLIBC_ABI_DT_RELR.
        pythons: the CPythons that it was compiled for, such as 3.11.
    """

    format: str
    exports: frozenset[str]
    imports: frozenset[str]
    libraries: frozenset[str]
    oldest: tuple[int, ...] = ()
    weak: bool = False
    is_signed: bool = False
    search_paths: tuple[str, ...] = ()
    machine: str = ""
    other_versions: frozenset[str] = frozenset()
    pythons: frozenset[str] = frozenset()
