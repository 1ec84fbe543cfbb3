"""Floor 0: where something stands, what went wrong, and the one door to disk and clock."""
