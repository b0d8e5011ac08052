"""Start here: what is hard, areas of life, values, and on to a first goal."""
