"""Questionnaires for non-commercial use, as data. Goalward finds them through the entry point of this package."""
