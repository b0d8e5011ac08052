"""Whether life is changing: a goal's ratings over time, and what can honestly be said about them."""

from goalward.progress.check_ins import may_check_in
from goalward.progress.scale import Say, Scale, ScaleError, attainment_scale, rating_scale
from goalward.progress.series import Rating, Segment, segments
from goalward.progress.summary import RatingError, recent_summary, summary

__all__ = [
    "Rating",
    "RatingError",
    "Say",
    "Scale",
    "ScaleError",
    "Segment",
    "attainment_scale",
    "may_check_in",
    "rating_scale",
    "recent_summary",
    "segments",
    "summary",
]
