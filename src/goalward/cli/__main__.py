"""``python -m goalward.cli`` is ``goalward``."""

from goalward.cli import main

main()
