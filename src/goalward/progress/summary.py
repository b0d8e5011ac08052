"""One plain sentence about a goal's ratings."""

from __future__ import annotations

from collections.abc import Iterable

from goalward.messages import Message
from goalward.progress.scale import Scale
from goalward.progress.series import Rating, Segment, segments

__all__ = ["RatingError", "recent_summary", "summary"]


class RatingError(ValueError):
    """A rating lies outside its scale."""


def summary(ratings: Iterable[Rating], scale: Scale) -> Message:
    """The latest rating beside the first one of the same wording.

    A rewording that nobody rated yet is told by a skipped rating of its version. Raises RatingError.
    """
    series = segments(ratings)
    require_on_scale(series, scale)
    values = series[-1].values if series else ()
    reworded = "_reworded" if any(segment.values for segment in series[:-1]) else ""
    if not values:
        return Message(f"progress.none{reworded}")
    return Message(f"progress.{kind(scale)}_{movement(values)}{reworded}", ends(values, scale))


def recent_summary(ratings: Iterable[Rating], scale: Scale) -> Message:
    """The same about the last part of a longer history: the latest rating beside the first one that a picture shows.

    ratings: of one wording. Raises RatingError.
    """
    series = segments(ratings)
    require_on_scale(series, scale)
    values = series[-1].values if series else ()
    if not values:
        return Message("progress.recent_none")
    return Message(f"progress.recent_{kind(scale)}_{movement(values)}", ends(values, scale))


def kind(scale: Scale) -> str:
    return "level" if scale.level_words else "rating"


def ends(values: tuple[int, ...], scale: Scale) -> dict[str, str]:
    return {"first": scale.words(values[0]), "last": scale.words(values[-1])}


def movement(values: tuple[int, ...]) -> str:
    if len(values) == 1:
        return "one"
    return "same" if values[0] == values[-1] else "moved"


def require_on_scale(series: tuple[Segment, ...], scale: Scale) -> None:
    for segment in series:
        for rating in segment.ratings:
            if rating.value is not None and rating.value not in scale:
                ends = f"from {scale.lowest} to {scale.highest}"
                raise RatingError(f"The rating on {rating.on} is {rating.value}; this scale goes {ends}.")
