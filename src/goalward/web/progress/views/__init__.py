"""The pages of how it goes: checking in, what has changed, life events, and all of it over time."""
