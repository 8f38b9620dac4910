"""The table scripts/lib/layers.toml, read once."""

import tomllib
from typing import Any

from ..paths import LIB

TABLE: dict[str, Any] = tomllib.loads((LIB / "layers.toml").read_text("utf-8"))
