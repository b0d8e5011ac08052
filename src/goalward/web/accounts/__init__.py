"""People: sign-up, sign-in, their time zone, their login sessions."""
