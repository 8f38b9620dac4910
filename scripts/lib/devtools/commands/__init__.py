"""One module per command in scripts/, each with `main(arguments) -> exit code`."""
