"""Reading a text-based stub library (.tbd), which says what a library of macOS offers."""

import re

# What follows a list of targets is for these alone.
SECTION = re.compile(r"targets:\s*\[(.*?)\](.*?)(?=targets:|\Z)", re.DOTALL)
SYMBOLS = re.compile(r"symbols:\s*\[(.*?)\]", re.DOTALL)


def names(text: str, machine: str) -> frozenset[str]:
    """Return the names that it offers on macOS to a processor."""
    sections = [
        section
        for targets, section in SECTION.findall(text)
        if f"{machine}-macos" in re.findall(r"[\w-]+", targets)
    ]
    listed = " ".join(symbols for section in sections for symbols in SYMBOLS.findall(section))
    return frozenset(re.findall(r"[\w$.]+", listed))
