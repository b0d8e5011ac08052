"""The coach before sign-up: reads what is typed, answers, and keeps nothing."""
