"""Floor 7: the only room that knows the order of the stages."""
