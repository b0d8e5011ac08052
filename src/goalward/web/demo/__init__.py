"""Two invented people, for anyone who wants to look around. Their lives are in ``people.toml``."""
