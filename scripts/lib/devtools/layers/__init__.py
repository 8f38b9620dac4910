"""The rules that scripts/check_layers checks; what they allow is the table scripts/lib/layers.toml."""

import tomllib
from typing import Any

from ..project import LIB

TABLE: dict[str, Any] = tomllib.loads((LIB / "layers.toml").read_text("utf-8"))
