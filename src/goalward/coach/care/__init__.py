"""Goals that ask for care before coaching: what harm a text names, and which way the goal moves."""

from .kinds import Care, CareKind, CareStance
from .reading import hear_care, read_care

__all__ = ["Care", "CareKind", "CareStance", "hear_care", "read_care"]
