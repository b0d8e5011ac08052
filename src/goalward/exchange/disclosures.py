"""What the log of a record says, in the words of the person whose record it is."""

from __future__ import annotations

from goalward.messages import Message, catalogue

__all__ = ["what_happened"]


def what_happened(did: str, *, by_you: bool = True) -> Message:
    """``did`` is what an action noted, such as "goal.reworded". An unknown one is told in general words."""
    if not by_you:
        return Message("exchange.did_by_another")
    known = f"exchange.did_{did.replace('.', '_')}"
    return Message(known if known in catalogue() else "exchange.did_other")
