"""All promises, one after the other, each in a process of its own. Exit code 1 where one is not kept."""

from __future__ import annotations

import subprocess
import sys

PARTS = ("pages", "columns", "charts")

codes = []
for part in PARTS:
    print(f"\n{part}", flush=True)
    codes.append(subprocess.run([sys.executable, "-m", f"bench.{part}"], check=False).returncode)
sys.exit(1 if any(codes) else 0)
