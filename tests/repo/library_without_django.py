"""One use of each pure package, run in an environment that has nothing but the wheel. Prints what it used."""

from __future__ import annotations

import sys
from datetime import date
from importlib.util import find_spec

from goalward import __version__
from goalward.alliance import Audience
from goalward.charts import LineChart, Point, Series, data_table, line_chart
from goalward.coach import read_goal
from goalward.decisions import ALLOWED
from goalward.exchange import schema
from goalward.goals import GoalStatus, may_move
from goalward.measures import measure, score
from goalward.messages import catalogue, in_english
from goalward.progress import rating_scale
from goalward.reflection import AREAS
from goalward.safety import contacts

TODAY = date(2026, 11, 22)

assert find_spec("django") is None
reading = read_goal("I will walk with Sam twice a week", today=TODAY)
assert reading.specific
assert [span.text for span in reading.spans]
assert may_move(GoalStatus.DRAFT, GoalStatus.ACTIVE, active=0) == ALLOWED
refusal = may_move(GoalStatus.DRAFT, GoalStatus.ACTIVE, active=9).reason
assert refusal
assert in_english(refusal)
chart = LineChart("Sleep", (Series([Point(TODAY, 4)]),), rating_scale())
assert line_chart(chart).startswith("<svg")
assert data_table(chart).rows
assert score(measure("gad2"), {"gad2_1": 3, "gad2_2": None}).scales
assert contacts()
assert AREAS
assert Audience.ONLY_ME
assert schema()
assert catalogue()
assert __version__
used = {name.split(".")[1] for name in sys.modules if name.startswith("goalward.")}
print(" ".join(sorted(used)))  # noqa: T201  # the test reads it
