"""The house rules that scripts/check_rooms checks."""
