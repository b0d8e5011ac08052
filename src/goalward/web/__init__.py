"""The web application: Django wrapped around the pure packages."""
