"""Goals: their words and versions, scale, plan and status."""
