"""How the weights of the care reader are learned."""
