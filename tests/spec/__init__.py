"""The coach's rules as data, held against the reader, and written out as docs/reference/coach.md."""
