"""Questionnaires on pages: chosen, answered one question at a time, and what the answers come to."""
