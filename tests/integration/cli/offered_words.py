"""What a site offers, item by item: ``python -m tests.integration.cli.offered_words``."""

from __future__ import annotations

import sys

import django

django.setup()

from goalward.web.measures.catalogue import offered  # noqa: E402

if __name__ == "__main__":
    items = [item for measure in offered().values() for item in measure.items]
    sys.stdout.write("\n".join(item.text or "nothing" for item in items))
