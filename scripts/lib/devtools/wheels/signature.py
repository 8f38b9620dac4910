"""The ad hoc signature of a Mach-O file: hashes of its pages, without which macOS on arm64 loads nothing."""

import hashlib
import struct

SIGNATURES, DIRECTORY = 0xFADE0CC0, 0xFADE0C02
AD_HOC, SHA256 = 0x2, 2


def is_valid(content: bytes, start: int) -> bool:
    """Tell whether the signature that begins at `start` of a file is ad hoc and of what stands before it."""
    blob = content[start:]
    magic, _, count = struct.unpack_from(">3I", blob)
    if magic != SIGNATURES:
        return False
    offsets = [struct.unpack_from(">2I", blob, 12 + 8 * each)[1] for each in range(count)]
    directories = [blob[at:] for at in offsets if _number(blob, at) == DIRECTORY]
    return len(directories) == 1 and _covers(directories[0], content[:start])


def _number(blob: bytes, at: int) -> int:
    return int.from_bytes(blob[at : at + 4], "big")


def _covers(directory: bytes, signed: bytes) -> bool:
    fields = struct.unpack_from(">9I4B", directory)
    flags, first_hash, pages, length = fields[3], fields[4], fields[7], fields[8]
    hash_size, kind, page_bits = fields[9], fields[10], fields[12]
    if not flags & AD_HOC or kind != SHA256 or length != len(signed):
        return False
    size = 1 << page_bits
    expected = [hashlib.sha256(signed[at : at + size]).digest() for at in range(0, length, size)]
    written = directory[first_hash : first_hash + pages * hash_size]
    return written == b"".join(expected)
