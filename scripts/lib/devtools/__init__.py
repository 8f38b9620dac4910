"""What the developer commands in scripts/ are made of.

Each command is a module of its name with `main(arguments) -> exit code`. What a person can act on, such as a
program that fails or a package that cannot be had, is a `CommandError` from wherever it happens: it ends the
command with that one line.
"""
