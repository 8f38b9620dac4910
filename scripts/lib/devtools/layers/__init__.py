"""The rules that scripts/check_layers checks."""
