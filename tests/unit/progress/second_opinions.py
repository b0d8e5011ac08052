"""Values that another implementation worked out, frozen in second_opinions.json."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FROZEN: dict[str, Any] = json.loads(Path(__file__).with_name("second_opinions.json").read_text("utf-8"))
SERIES: list[dict[str, Any]] = FROZEN["series"]
TIED: list[dict[str, Any]] = FROZEN["tied"]
