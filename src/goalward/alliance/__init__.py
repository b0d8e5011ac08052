"""Working on goals with someone else. For now: who may read what a person writes."""

from goalward.alliance.visibility import Audience

__all__ = ["Audience"]
