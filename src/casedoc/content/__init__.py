"""Floor 2: what a case study and a profile are, and the rules across their fields."""
