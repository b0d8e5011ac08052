"""Help now, and the page that leaves: both work signed out and with the database gone."""
