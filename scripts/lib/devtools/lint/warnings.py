"""The native build with warnings as errors: a warning ends it with its text."""

from ..cmake import build

if __name__ == "__main__":
    build("native")
