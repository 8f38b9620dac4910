"""scripts/package: the extension zip."""

import argparse

from ..locks import locked_folder
from ..package import make_zip, validate
from ..paths import DIST
from ..python_headers import ABIS


def main(arguments: list[str]) -> int:
    """Run the command; the zip's path is printed on stdout."""
    parser = argparse.ArgumentParser(prog="scripts/package")
    parser.add_argument("--abi", choices=[*ABIS, "all"], default="all")
    parser.add_argument("--no-validate", action="store_true")
    options = parser.parse_args(arguments)
    DIST.mkdir(exist_ok=True)
    with locked_folder(DIST):
        made = make_zip(options.abi)
        if not options.no_validate:
            validate(made)
    print(made)
    return 0
