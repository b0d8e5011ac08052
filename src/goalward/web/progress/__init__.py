"""Check-ins, ratings and the first chart."""
