"""The table scripts/lib/environments.toml, read once."""

import tomllib
from typing import Any

from .paths import LIB

TABLE: dict[str, Any] = tomllib.loads((LIB / "environments.toml").read_text("utf-8"))
