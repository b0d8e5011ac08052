"""Reads a goal as written: what it says, what a stranger could not yet tell, and the one question that helps most.

>>> from datetime import date
>>> read_goal("walk with Sam on Tuesdays", today=date(2026, 11, 22)).measurable
True
"""

from goalward.coach.read import read_goal
from goalward.coach.reading import Change, Concern, Offer, Question, Reading, Span, reading_as_json

__all__ = ["Change", "Concern", "Offer", "Question", "Reading", "Span", "read_goal", "reading_as_json"]
