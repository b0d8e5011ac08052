"""Look and components."""
